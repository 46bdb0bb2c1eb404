/** What Google's Functions emulator answered to calls, asked of the one that we run, with functions of our own. */
import { expect, inject, it } from 'vitest';
import { project } from '../suite/config.ts';
import { recordedSteps } from './recorded.fixture.ts';

interface RecordedAnswer {
  readonly id: string;
  /** Of some answers only the length of the body was recorded. */
  readonly oracle: { readonly status: number; readonly body?: unknown; readonly bodyLength?: number };
}

const { ports } = inject('smallProject');
const functions = `http://127.0.0.1:${ports.functions}/${project}/us-central1`;
const json = { 'content-type': 'application/json' };

const call = (name: string, data: unknown, headers: Record<string, string> = {}) =>
  fetch(`${functions}/${name}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ data }),
  });
const refuse = (code: string) => () => call('refuse', { code });

/** An account of the Auth emulator, with the address that was recorded. */
async function signUp(): Promise<{ idToken: string; localId: string }> {
  const response = await fetch(
    `http://127.0.0.1:${ports.auth}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`,
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        email: 'conf-functions-auth-caller@example.com',
        password: 'password',
        returnSecureToken: true,
      }),
    },
  );
  return (await response.json()) as { idToken: string; localId: string };
}
const signedUp = signUp();

/** One request for each recorded answer, by its id. */
const envelopes: Readonly<Record<string, () => Promise<Response>>> = {
  'result-envelope': () => call('sum', { a: 2, b: 3 }),
  'invalid-argument-from-the-handler': () => call('sum', { a: 'two', b: 3 }),
  'https-error-permission-denied': refuse('permission-denied'),
  'https-error-unauthenticated': refuse('unauthenticated'),
  'https-error-not-found': refuse('not-found'),
  'https-error-failed-precondition': refuse('failed-precondition'),
  'https-error-resource-exhausted': refuse('resource-exhausted'),
  'https-error-unavailable': refuse('unavailable'),
  'uncaught-error-collapses-to-internal': () => call('fail', {}),
  'missing-data-envelope': () =>
    fetch(`${functions}/sum`, { method: 'POST', headers: json, body: JSON.stringify({ a: 2, b: 3 }) }),
  'wrong-content-type': () =>
    fetch(`${functions}/sum`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ data: { a: 2, b: 3 } }),
    }),
  'get-instead-of-post': () => fetch(`${functions}/sum`),
  'unknown-callable': () => call('unknown', {}),
};
const callers: Readonly<Record<string, () => Promise<Response>>> = {
  'anonymous-caller-has-no-auth-context': () => call('caller', {}),
  'signed-in-caller-populates-auth-context': async () =>
    call('caller', {}, { authorization: `Bearer ${(await signedUp).idToken}` }),
  'a-forged-bearer-token-is-not-an-identity': () => call('caller', {}, { authorization: 'Bearer forged' }),
  'bearer-owner-is-not-a-callable-identity': () => call('caller', {}, { authorization: 'Bearer owner' }),
  'an-http-function-sees-the-raw-request': () => fetch(`${functions}/raw/some/path`),
};

const requests = [
  { file: 'callable-error-envelope.json', asks: envelopes },
  { file: 'callable-auth-context.json', asks: callers },
].map(({ file, asks }) => ({ file, asks, recorded: recordedSteps<RecordedAnswer>(file) }));

it.each(requests)('asks for each answer of $file', ({ asks, recorded }) => {
  expect(Object.keys(asks)).toEqual(recorded.ids);
});

const answers = requests.flatMap(({ asks, recorded }) =>
  Object.entries(asks).map(([id, ask]) => [id, ask, recorded.step(id).oracle] as const),
);

it.each(answers)('answers as recorded: %s', async (id, ask, { status, body, bodyLength }) => {
  const response = await ask();
  const text = await response.text();
  expect(response.status).toBe(status);
  if (id === 'unknown-callable') {
    // The 298 characters that were recorded list the functions of the recording machine.
    expect(text).toMatch(
      /^Function us-central1-unknown does not exist, valid functions are: us-central1-sum, us-central1-/,
    );
  } else if (body === undefined) expect(text).toHaveLength(bodyLength ?? 0);
  else expect(JSON.parse(text)).toEqual(await withUid(body));
});

/** The recorded body with the uid of our own caller. */
async function withUid(body: unknown): Promise<unknown> {
  return JSON.parse(JSON.stringify(body).replace('<uid>', (await signedUp).localId));
}
