import { afterEach, expect, it, vi } from 'vitest';
import { askAuth } from './auth-request.ts';

vi.mock('./app.ts', () => ({
  emulators: () => null,
  firebaseApp: () => ({ options: { apiKey: 'key' } }),
}));

const fetched = vi.fn();
vi.stubGlobal('fetch', fetched);
afterEach(() => fetched.mockReset());

const answers = (status: number, body: unknown) =>
  fetched.mockResolvedValueOnce(new Response(JSON.stringify(body), { status }));

it('asks Auth of the project and returns what it says', async () => {
  answers(200, { email: 'mira@example.org' });
  expect(await askAuth('resetPassword', { oobCode: 'c' })).toEqual({ email: 'mira@example.org' });
  const [url, { body }] = fetched.mock.calls[0] ?? [];
  expect(url).toBe('https://identitytoolkit.googleapis.com/v1/accounts:resetPassword?key=key');
  expect(JSON.parse(body)).toEqual({ oobCode: 'c' });
});

it.each([
  ['INVALID_OOB_CODE', 'auth/invalid-action-code'],
  ['USER_DISABLED', 'auth/user-disabled'],
  ['TOO_MANY_ATTEMPTS_TRY_LATER : Access is disabled.', 'auth/too-many-requests'],
  ['INVALID_IDP_RESPONSE : The user denied.', 'auth/invalid-idp-response'],
])('says "%s" in the words of the SDK', async (message, code) => {
  answers(400, { error: { code: 400, message } });
  await expect(askAuth('update', {})).rejects.toMatchObject({ code });
});

it('tells a missing network from a refusal', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(askAuth('update', {})).rejects.toMatchObject({ code: 'auth/network-request-failed' });
});
