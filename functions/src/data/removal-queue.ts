import { openQueue } from './task-queue.ts';

/** Puts an account into the queue of `removeAccountTask`, once: a second task about it would find nothing left. */
export async function enqueueRemoval(uid: string): Promise<void> {
  const queue = await openQueue('removeAccountTask');
  try {
    await queue.enqueue({ uid }, { id: uid, dispatchDeadlineSeconds: 1_800 });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code !== 'functions/task-already-exists') throw error;
  }
}
