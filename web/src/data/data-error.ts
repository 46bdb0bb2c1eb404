/** Everything that can go wrong between a screen and the data, as a screen needs to tell it apart. */
export type DataErrorCode =
  | 'offline'
  | 'not-loaded'
  | 'signed-out'
  | 'not-allowed'
  | 'not-found'
  | 'name-taken'
  | 'invalid'
  | 'unreadable'
  | 'busy'
  | 'too-often'
  | 'wrong-code'
  | 'too-many-tries'
  | 'unknown';

/** An error a screen can show. Its `message` is for the console; people read `errorSentence(error)`. */
export class DataError extends Error {
  readonly code: DataErrorCode;
  constructor(code: DataErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataError';
    this.code = code;
  }
}

/** Of Firestore and Functions, and below them those of Storage. */
const SDK_CODES: Readonly<Record<string, DataErrorCode>> = {
  unavailable: 'offline',
  'deadline-exceeded': 'offline',
  cancelled: 'offline',
  unauthenticated: 'signed-out',
  'permission-denied': 'not-allowed',
  'not-found': 'not-found',
  'invalid-argument': 'invalid',
  'out-of-range': 'invalid',
  aborted: 'busy',
  'resource-exhausted': 'busy',
  'retry-limit-exceeded': 'offline',
  unauthorized: 'not-allowed',
  'object-not-found': 'not-found',
  'quota-exceeded': 'busy',
};

/** The one place where the SDK's codes become ours. Takes whatever was thrown and never throws itself. */
export function toDataError(cause: unknown): DataError {
  if (cause instanceof DataError) return cause;
  const code = sdkCode(cause);
  return new DataError(SDK_CODES[code] ?? 'unknown', describe(cause), { cause });
}

function sdkCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code.replace(/^(firestore|functions|storage)\//, '') : '';
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

const SENTENCES: Readonly<Record<DataErrorCode, string>> = {
  offline: 'You are offline. Try again when the connection is back.',
  'not-loaded': 'You are offline. This will be here as soon as the connection is back.',
  'signed-out': 'You are signed out. Sign in to go on.',
  'not-allowed': 'You cannot open or change this. If you just joined, wait a moment and try again.',
  'not-found': 'This is not here any more.',
  'name-taken': 'That name is taken. Try another.',
  invalid: 'Something in what you entered is not right. Look it over and try again.',
  unreadable: 'This could not be read here. Load the page again to get the newest version.',
  busy: 'Many people are here at once. Try again in a moment.',
  'too-often': 'You have done this as often as you can for now. Try again later.',
  'wrong-code': 'This code does not open a community here. Look it over, or ask whoever gave it to you.',
  'too-many-tries': 'You have tried five codes. Wait an hour, then try again.',
  unknown: 'Something went wrong on our side. Try again.',
};

/** What a person reads, and can act on. */
export function errorSentence(error: { readonly code: DataErrorCode }): string {
  return SENTENCES[error.code];
}
