import type { ShownMessage } from './shown-message.ts';

/** One row of the conversation. The rows are a flat list, so that of ten thousand only those in sight are drawn. */
export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'unread'; readonly key: 'unread' }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: ShownMessage;
      /** First of a group: carries the author's name and the time. */
      readonly head: boolean;
      /** Last of a group: carries the avatar. */
      readonly foot: boolean;
    };

/** Messages of one author belong together if no more time than this is between them. */
export const GROUP_GAP_MS = 5 * 60_000;

/**
 * Rows for `messages` (oldest first). `unreadFrom` is the id of the first message that was unread when the chat was
 * opened. The line comes before it and stays there while the person reads on.
 */
export function toTimeline(messages: readonly ShownMessage[], unreadFrom: string | null): TimelineRow[] {
  const rows: TimelineRow[] = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const newDay = before === undefined || !sameDay(before.at, message.at);
    const unread = message.id === unreadFrom;
    if (newDay) rows.push({ kind: 'day', key: `day-${dayKey(message.at)}`, at: message.at });
    if (unread) rows.push({ kind: 'unread', key: 'unread' });
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      head: newDay || unread || !together(before, message),
      foot:
        after === undefined ||
        after.id === unreadFrom ||
        !sameDay(message.at, after.at) ||
        !together(message, after),
    });
  });
  return rows;
}

function together(a: ShownMessage, b: ShownMessage): boolean {
  return (
    a.senderId === b.senderId &&
    a.kind !== 'system' &&
    b.kind !== 'system' &&
    Math.abs(b.at - a.at) <= GROUP_GAP_MS
  );
}

function sameDay(a: number, b: number): boolean {
  return dayKey(a) === dayKey(b);
}

function dayKey(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
