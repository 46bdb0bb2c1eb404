import { expect, it } from 'vitest';
import { peopleAnswered } from './people-answered.ts';

let count = 0;
const said = (senderId: string, over: Partial<Parameters<typeof peopleAnswered>[1][number]> = {}) => {
  count += 1;
  return { id: `m${count}`, senderId, replyTo: null, mentions: [], reactions: {}, ...over };
};
const answered = (...messages: ReturnType<typeof said>[]) => peopleAnswered('me', messages);

it('knows nobody whom I have only read, nor who answered me', () => {
  expect(answered(said('me'), said('ada', { mentions: ['me'] }), said('ben'))).toEqual([]);
  expect(answered(said('ada', { reactions: { ben: 'like' } }))).toEqual([]);
});

it('knows whom I replied to, mentioned or reacted to, and whom I wrote right after', () => {
  const ada = said('ada');
  expect(answered(ada, said('ben'), said('cleo'), said('me', { replyTo: ada.id }))).toEqual(['ada', 'cleo']);
  expect(answered(said('me', { mentions: ['ben'] }))).toEqual(['ben']);
  expect(answered(said('ada', { reactions: { me: 'heart' } }))).toEqual(['ada']);
  expect(answered(said('me', { replyTo: 'not loaded' }), said('me'))).toEqual([]);
});
