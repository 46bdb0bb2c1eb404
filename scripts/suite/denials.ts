/** Firestore logs a denial as a line of its own; of a Storage denial firebase-tools warns, with a sign in front. */
const firestoreDenial = /^denied .*/;
const storageDenial = /denied (?:get|list|create|update|delete) .* in Storage(?::| at line ).*/;

/** The line of a log that says what the rules refused and why, as it is to be shown; null for any other line. */
export function denialIn(line: string): string | null {
  return (firestoreDenial.exec(line) ?? storageDenial.exec(line))?.[0] ?? null;
}
