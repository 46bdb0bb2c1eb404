import { getApps, initializeApp } from 'firebase-admin/app';
import type { Auth, UserRecord } from 'firebase-admin/auth';

/** Auth's client is loaded at first use: most functions never need it. */
async function openAuth(): Promise<Auth> {
  const { getAuth } = await import('firebase-admin/auth');
  return getAuth(getApps()[0] ?? initializeApp());
}

/** Null when the work found no such account. */
async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === 'auth/user-not-found') return null;
    throw error;
  }
}

/** Deletes an account of Auth; one that is gone already is as good as deleted. */
export async function deleteAccount(uid: string): Promise<void> {
  await unlessGone((await openAuth()).deleteUser(uid));
}

/** What Auth keeps about somebody, for themselves to read; null when they have no account. */
export async function readAccount(uid: string): Promise<Readonly<Record<string, unknown>> | null> {
  const found: UserRecord | null = await unlessGone((await openAuth()).getUser(uid));
  return (
    found && {
      email: found.email ?? null,
      emailVerified: found.emailVerified,
      waysToSignIn: found.providerData.map(({ providerId }) => providerId),
      createdAt: found.metadata.creationTime,
      lastSignInAt: found.metadata.lastSignInTime,
    }
  );
}
