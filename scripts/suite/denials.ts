/** Firestore logs a denial as a line of its own; of a Storage denial firebase-tools warns, with a sign in front. */
const firestoreDenial = /^denied .*/;
const storageDenial = /denied (?:get|list|create|update|delete) .* in Storage(?::| at line ).*/;

/** A rule that looks at what is not there fails, so a read of nothing is refused like any other. */
const readOfNothing = /^denied get (.+?) at line \d+: .* where (?:.* and )?resource is null(?: and .*)?\./;

/**
 * The line of a log that says what the rules refused and why, as it is to be shown; null for any other line. Who asked
 * for something that does not exist was not denied it, and is shown as that.
 */
export function denialIn(line: string): string | null {
  const denial = (firestoreDenial.exec(line) ?? storageDenial.exec(line))?.[0];
  if (denial === undefined) return null;
  const missing = readOfNothing.exec(denial)?.[1];
  return missing === undefined ? denial : `not found: ${missing}`;
}
