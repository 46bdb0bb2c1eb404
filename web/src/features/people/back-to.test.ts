import { expect, it } from 'vitest';
import { backTo } from './back-to.ts';

it.each([
  [{ from: '/chats/abc' }, '/chats/abc', 'Back to the chat'],
  [{ from: '/communities/abc' }, '/communities/abc', 'Back to the community'],
  [{ from: '/discover' }, '/discover', 'Back to Discover'],
  [{ from: '//example.org/chats/abc' }, '/', 'Back to chats'],
  [{ from: 7 }, '/', 'Back to chats'],
  [null, '/', 'Back to chats'],
])('a profile opened with %j leads back to %s', (state, to, label) => {
  expect(backTo(state)).toEqual({ to, label });
});
