import { expect, it, vi } from 'vitest';
import { AuthRequestError, askAuth } from '../../firebase/auth-request.ts';
import { resetPassword } from './reset-password.ts';

vi.mock('../../firebase/app.ts', () => ({ startFirebase: async () => {} }));
vi.mock('../../firebase/auth-request.ts', async (original) => ({
  ...(await original<typeof import('../../firebase/auth-request.ts')>()),
  askAuth: vi.fn(),
}));

it('answers the same for an address with an account and one without, and tells other failures', async () => {
  vi.mocked(askAuth).mockResolvedValueOnce({});
  await expect(resetPassword('mira@example.org')).resolves.toBeUndefined();
  vi.mocked(askAuth).mockRejectedValueOnce(new AuthRequestError('auth/user-not-found'));
  await expect(resetPassword('nobody@example.org')).resolves.toBeUndefined();
  vi.mocked(askAuth).mockRejectedValueOnce(new AuthRequestError('auth/too-many-requests'));
  await expect(resetPassword('mira@example.org')).rejects.toMatchObject({ code: 'too-many-tries' });
});
