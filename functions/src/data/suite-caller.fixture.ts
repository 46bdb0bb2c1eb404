import { randomUUID } from 'node:crypto';

export interface Caller {
  readonly uid: string;
  readonly token: string;
}

export interface CallAnswer {
  readonly status: number;
  readonly result?: unknown;
  readonly error?: { readonly status: string; readonly message: string; readonly details?: unknown };
}

function address(name: 'FIREBASE_AUTH_EMULATOR_HOST' | 'SAMEBOAT_FUNCTIONS_URL'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with "npm test -- functions".`);
  return value;
}

async function signUpWith(body: object): Promise<Caller> {
  const response = await fetch(
    `http://${address('FIREBASE_AUTH_EMULATOR_HOST')}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=local`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, returnSecureToken: true }),
    },
  );
  const { localId, idToken } = (await response.json()) as { localId: string; idToken: string };
  return { uid: localId, token: idToken };
}

/** A new account of the suite, without a profile. */
export function signUp(email = `${randomUUID()}@example.org`): Promise<Caller> {
  return signUpWith({ email, password: 'correct horse' });
}

/** The same caller with a token that claims something else. The emulators take a token that nobody has signed. */
export function claiming({ uid, token }: Caller, change: object): Caller {
  const [header = '', body = ''] = token.split('.');
  const claims = { ...(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as object), ...change };
  return { uid, token: `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.` };
}

/** The same caller with a token that says they signed in so long ago. */
export function signedInAgo(caller: Caller, milliseconds: number): Caller {
  return claiming(caller, { auth_time: Math.floor((Date.now() - milliseconds) / 1_000) });
}

/** A new guest of the suite. */
export function signInAsGuest(): Promise<Caller> {
  return signUpWith({});
}

/** Calls a function of the suite as the SDK does. */
export async function callFunction(
  name: string,
  data: unknown,
  caller: Caller | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<CallAnswer> {
  const response = await fetch(`${address('SAMEBOAT_FUNCTIONS_URL')}/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(caller && { authorization: `Bearer ${caller.token}` }),
      ...headers,
    },
    body: JSON.stringify({ data }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
