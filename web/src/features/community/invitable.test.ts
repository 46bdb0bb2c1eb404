import { expect, it } from 'vitest';
import { invitable } from './invitable.ts';

it('who can be invited stands there once, without those who are in the chat, the invited first', () => {
  const people = invitable({
    team: ['fay', 'mo'],
    listed: ['mo', 'ada', 'ben'],
    invited: ['ben'],
    inChat: ['fay'],
  });
  expect(people).toEqual([
    { id: 'ben', isInvited: true },
    { id: 'mo', isInvited: false },
    { id: 'ada', isInvited: false },
  ]);
});
