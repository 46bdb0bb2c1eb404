import { type Lookout, lookWhenDue } from './look-at-chat.ts';
import { type LookTask, taskId } from './look-window.ts';
import { at, type MemoryChat } from './memory-chat-store.fixture.ts';

/** What looks at one chat in memory, with a clock that only moves when somebody waits, and a queue that waits to be worked off. */
export class MemoryLookout implements Lookout {
  readonly store: MemoryChat;
  /** Milliseconds, as `at` counts them. */
  millis = 0;
  waits = 0;
  /** By name; what was done stays known, so that it is not taken up again. */
  readonly names = new Set<string>();
  readonly waiting: LookTask[] = [];
  /** How often somebody asked for a look that was known already. */
  refused = 0;

  constructor(store: MemoryChat) {
    this.store = store;
    store.now = () => at(this.millis).toMillis();
  }

  readonly clock = {
    now: () => at(this.millis).toMillis(),
    waitUntil: async (time: number) => {
      this.waits += 1;
      this.millis = Math.max(this.millis, time - at(0).toMillis());
    },
  };

  /** Instances of functions do not know what others have put into the queue, until a test says that there is only one. */
  isOneInstance = false;

  readonly queue = {
    isKnown: (task: LookTask) => this.isOneInstance && this.names.has(taskId(task)),
    enqueue: async (task: LookTask) => {
      const name = taskId(task);
      if (this.names.has(name)) {
        this.refused += 1;
        return;
      }
      this.names.add(name);
      this.waiting.push(task);
    },
  };

  /** Makes the oldest look that waits; one that fails waits again, and throws. */
  async work(): Promise<void> {
    const task = this.waiting.shift();
    if (!task) return;
    try {
      await lookWhenDue(this, task);
    } catch (error) {
      this.waiting.push(task);
      throw error;
    }
  }

  async workAll(): Promise<void> {
    while (this.waiting.length > 0) await this.work();
  }
}
