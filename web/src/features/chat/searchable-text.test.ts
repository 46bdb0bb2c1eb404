import type { Message } from '@sameboat/model/message';
import { expect, it } from 'vitest';
import { searchableText, shownText } from './searchable-text.ts';

const at = { seconds: 1, nanoseconds: 0, toMillis: () => 1_000 };
const message = (over: Partial<Message>): Message => ({
  senderId: 'ada',
  kind: 'text',
  text: '',
  images: [],
  replyTo: null,
  mentions: [],
  contentNote: null,
  reactions: {},
  createdAt: at,
  editedAt: null,
  deletedAt: null,
  ...over,
});
const image = { path: 'chats/c/images/ada/x', width: 1, height: 1, alt: 'A lake at dusk' };

it('is the text, the note and the descriptions of the pictures', () => {
  expect(searchableText(message({ text: 'Hello', contentNote: 'food', images: [image] }))).toBe(
    'food\nHello\nA lake at dusk',
  );
});

it('is nothing once the message was deleted', () => {
  expect(searchableText(message({ text: 'Hello', deletedAt: at }))).toBe('');
});

it('never shows what a note veils', () => {
  expect(shownText(message({ text: 'what happened', contentNote: 'violence' }))).toBe('violence');
});

it('calls a picture without a description a picture', () => {
  expect(shownText(message({ images: [{ ...image, alt: '' }] }))).toBe('Picture');
});
