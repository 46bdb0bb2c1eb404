import { type LookQueue, taskId } from '../domain/look-window.ts';
import { openQueue } from './task-queue.ts';

/** Tasks whose names are remembered: enough for the windows that are open at once. */
const remembered = 1_000;

/** The names of tasks that this instance has put into the queue, or found there, oldest first. */
const known = new Set<string>();

function remember(id: string): void {
  known.add(id);
  const [oldest] = known;
  if (known.size > remembered && oldest !== undefined) known.delete(oldest);
}

/** The queue of `lookAtChatTask`. The emulator's ignores `scheduleTime`; the task itself waits there. */
export const lookQueue: LookQueue = {
  isKnown: (task) => known.has(taskId(task)),
  async enqueue(task) {
    const id = taskId(task);
    if (known.has(id)) return;
    const queue = await openQueue('lookAtChatTask');
    try {
      await queue.enqueue({ ...task }, { id, scheduleTime: new Date(task.dueAt) });
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
      if (code !== 'functions/task-already-exists') throw error;
    }
    remember(id);
  },
};
