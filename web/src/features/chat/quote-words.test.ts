import { expect, it } from 'vitest';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { quoteWords } from './quote-words.ts';

const time = { seconds: 1, nanoseconds: 0, toMillis: () => 1_000 };
const image = { path: 'p', width: 1, height: 1, alt: '' };

const message = (over: Partial<MessageWithId>): MessageWithId => ({
  id: 'm',
  senderId: 'ada',
  kind: 'text',
  text: '',
  images: [],
  replyTo: null,
  mentions: [],
  contentNote: null,
  reactions: {},
  createdAt: time,
  editedAt: null,
  deletedAt: null,
  ...over,
});

it.each<[string, Partial<MessageWithId> | null, string]>([
  ['its first line', { text: '\nGood evening\nand more' }, 'Good evening'],
  ['its note, and not what is under it', { text: 'secret', contentNote: 'loss' }, 'Content note: loss'],
  ['that it is a picture', { images: [image] }, 'Picture'],
  ['how many pictures it is', { images: [image, image] }, '2 pictures'],
  ['the words beside a picture', { images: [image], text: 'Look' }, 'Look'],
  ['that it was deleted', { deletedAt: time }, 'Message deleted'],
  ['that it is gone', null, 'Message deleted'],
])('says of a message %s', (_what, over, words) => {
  expect(quoteWords(over && message(over))).toBe(words);
});
