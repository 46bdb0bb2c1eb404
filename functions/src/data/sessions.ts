import { getApps, initializeApp } from 'firebase-admin/app';

/** Ends a person's sessions: their refresh tokens give no new token. Auth's client is loaded at first use. */
export async function revokeSessions(uid: string): Promise<void> {
  const { getAuth } = await import('firebase-admin/auth');
  await getAuth(getApps()[0] ?? initializeApp()).revokeRefreshTokens(uid);
}
