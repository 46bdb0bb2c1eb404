import { clockTime } from '../../ui/relative-time.ts';

const day = 24 * 3_600_000;
const minute = 60_000;

/**
 * When somebody whose account began at `createdAt` may ask for private chats, in words: "today, 14:20" or "tomorrow, 14:20".
 * Null if they may now. Both times are in milliseconds.
 */
export function askingFrom(createdAt: number, now: number, locale?: string): string | null {
  if (createdAt + day < now) return null;
  // The clock shows no seconds: the next whole minute is never too early.
  const from = new Date(Math.ceil((createdAt + day + 1) / minute) * minute);
  const isToday = from.toDateString() === new Date(now).toDateString();
  return `${isToday ? 'today' : 'tomorrow'}, ${clockTime(from, locale)}`;
}
