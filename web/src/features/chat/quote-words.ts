import { withoutIsolates } from '@sameboat/model/mention-text';
import type { MessageWithId } from '../../data/watch-messages.ts';

/** The line that stands for a message in a quote; null stands for one that is gone. What a content note veils is not in it. */
export function quoteWords(message: MessageWithId | null): string {
  if (message === null || message.deletedAt !== null) return 'Message deleted';
  if (message.contentNote !== null) return `Content note: ${message.contentNote}`;
  const line = withoutIsolates(message.text).trim().split('\n')[0]?.trim() ?? '';
  if (line !== '') return line.slice(0, 200);
  return message.images.length > 1 ? `${message.images.length} pictures` : 'Picture';
}
