import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../domain/look-at-chat.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  async waitUntil(time) {
    const left = time - Date.now();
    if (left > 0) await setTimeout(left);
  },
};
