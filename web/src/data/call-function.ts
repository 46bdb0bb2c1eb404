import { connection, expectAnswerOf } from './connection.ts';
import { DataError, type DataErrorCode, toDataError } from './data-error.ts';

/** As much of a zod schema as an answer needs. */
interface AnswerSchema<T> {
  parse(value: unknown): T;
}

/**
 * Calls a function and reads its answer. `refusals` says what a code of the function means here, such as
 * `{ 'not-found': 'wrong-code' }`; a function that tells two refusals of one code apart names the reason, which then counts.
 * Throws DataError; 'offline' at once without a connection.
 */
export async function callFunction<T>(
  name: string,
  input: object,
  { answer, refusals }: { answer: AnswerSchema<T>; refusals: Readonly<Record<string, DataErrorCode>> },
): Promise<T> {
  if (connection.read() === 'offline') throw new DataError('offline');
  const [{ httpsCallable }, { functions }] = await Promise.all([
    import('firebase/functions'),
    import('../firebase/functions.ts'),
  ]);
  try {
    const { data } = await expectAnswerOf(httpsCallable(functions(), name)(input));
    return answer.parse(data);
  } catch (cause) {
    const code = refusals[reasonOf(cause)] ?? refusals[codeOf(cause)];
    throw code === undefined ? toDataError(cause) : new DataError(code, undefined, { cause });
  }
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause)) return '';
  return String(cause.code).replace('functions/', '');
}

function reasonOf(cause: unknown): string {
  const details = cause instanceof Error && 'details' in cause ? cause.details : null;
  return typeof details === 'object' && details !== null && 'reason' in details ? String(details.reason) : '';
}
