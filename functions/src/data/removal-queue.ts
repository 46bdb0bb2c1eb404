import { getApps, initializeApp } from 'firebase-admin/app';
import { functionsRegion } from '../options.ts';

/** Puts an account into the queue of `removeAccountTask`, once: a second task about it would find nothing left. */
export async function enqueueRemoval(uid: string): Promise<void> {
  const { getFunctions } = await import('firebase-admin/functions');
  const app = getApps()[0] ?? initializeApp();
  const queue = getFunctions(app).taskQueue(`locations/${functionsRegion}/functions/removeAccountTask`);
  try {
    await queue.enqueue({ uid }, { id: uid, dispatchDeadlineSeconds: 1_800 });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code !== 'functions/task-already-exists') throw error;
  }
}
