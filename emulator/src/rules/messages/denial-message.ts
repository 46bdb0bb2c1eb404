import type { Method } from '../access.ts';
import { notBoolean } from '../evaluate/operators.ts';
import type { Attempt, Trial } from '../evaluate/try-allows.ts';

/**
 * A denial as Google's emulator words it. It evaluates twice: first without any document, then, if that did not
 * settle it, with documents; and it reports both rounds. In the first round every use of `resource`, `get()` and
 * `exists()` is an "evaluation error at" its condition.
 */
export function denialMessage(rounds: readonly { method: Method; trial: Trial }[]): string {
  const parts = rounds.flatMap(({ method, trial }) =>
    trial.attempts.map((attempt) => describe(attempt, method)),
  );
  return `\n${parts.length === 0 ? 'No matching allow statements' : parts.join(', ')}`;
}

/** Whether a first round leaves something open, so that Google's emulator evaluates again with documents. */
export function needsDocuments(first: Trial, method: Method): boolean {
  const failures = first.attempts
    .filter(({ value }) => value !== false)
    .map(({ value }) => notBoolean(value));
  // Reading the document that is asked for is a second step even where the error had nothing to do with it.
  if (method === 'get' || method === 'update' || method === 'delete') return failures.length > 0;
  return failures.some((error) => error.unresolved);
}

function describe({ allow, value }: Attempt, method: Method): string {
  const where = `for '${method}' @ L${allow.line}`;
  if (value === false) return `false ${where}`;
  const error = notBoolean(value);
  if (!error.unresolved) return `${error.message} ${where}`;
  const column = allow.statement.condition?.span.column ?? allow.statement.span.column;
  return `evaluation error at L${allow.line}:${column} ${where}`;
}
