import { getApps, initializeApp } from 'firebase-admin/app';
import { type LookQueue, taskId } from '../domain/look-window.ts';
import { functionsRegion } from '../options.ts';

/** The queue of `lookAtChatTask`. The emulator's ignores `scheduleTime`; the task itself waits there. */
export const lookQueue: LookQueue = {
  async enqueue(task) {
    const { getFunctions } = await import('firebase-admin/functions');
    const app = getApps()[0] ?? initializeApp();
    const queue = getFunctions(app).taskQueue(`locations/${functionsRegion}/functions/lookAtChatTask`);
    try {
      await queue.enqueue({ ...task }, { id: taskId(task), scheduleTime: new Date(task.dueAt) });
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
      if (code !== 'functions/task-already-exists') throw error;
    }
  },
};
