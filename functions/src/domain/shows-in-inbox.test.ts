import { expect, it } from 'vitest';
import { showsInInbox } from './shows-in-inbox.ts';

const before = {
  senderId: 'ada',
  text: 'hello',
  contentNote: null,
  deletedAt: null,
  mentions: [],
  images: [],
  reactions: {},
};

it('looks again for a message that was edited, veiled or deleted', () => {
  expect(showsInInbox(before, { ...before, text: 'hello you' })).toBe(true);
  expect(showsInInbox(before, { ...before, contentNote: 'hospital' })).toBe(true);
  expect(showsInInbox(before, { ...before, deletedAt: { seconds: 1, nanoseconds: 0 } })).toBe(true);
  expect(showsInInbox(before, { ...before, images: [{ alt: 'the harbour' }] })).toBe(true);
});

it('looks again for the message of an account that was deleted', () => {
  expect(showsInInbox(before, { ...before, senderId: 'deleted-account' })).toBe(true);
});

it('leaves the chat list alone for a reaction', () => {
  expect(showsInInbox(before, { ...before, reactions: { ada: 'heart' } })).toBe(false);
});
