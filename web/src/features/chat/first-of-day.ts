import type { MessageWithId } from '../../data/watch-messages.ts';

/** A day as a date field gives it, at its first moment here, in milliseconds; null if it is not one. */
export function startOfDay(value: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const start = new Date(year, month - 1, day);
  return start.getMonth() === month - 1 ? start.getTime() : null;
}

/** A moment's day here, as a date field takes it. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first message at or after a moment, or else the newest; null if there is none. `messages` are the oldest first. */
export function firstSince(messages: readonly MessageWithId[], start: number): MessageWithId | null {
  return messages.find(({ createdAt }) => createdAt.toMillis() >= start) ?? messages.at(-1) ?? null;
}
