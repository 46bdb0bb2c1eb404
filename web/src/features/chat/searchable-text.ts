import type { Message } from '@sameboat/model/message';

/** What a message is found by; empty for one that was deleted. */
export function searchableText({ text, contentNote, images, deletedAt }: Message): string {
  if (deletedAt !== null) return '';
  return [contentNote ?? '', text, ...images.map(({ alt }) => alt)].filter((part) => part !== '').join('\n');
}

/** What a list of results may show of it: of a veiled message the note alone. */
export function shownText(message: Message): string {
  if (message.contentNote !== null) return message.contentNote;
  return searchableText(message) || (message.images.length === 1 ? 'Picture' : 'Pictures');
}
