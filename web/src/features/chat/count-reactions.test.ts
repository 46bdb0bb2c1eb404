import { expect, it } from 'vitest';
import { countReactions } from './count-reactions.ts';

const given = { ada: 'heart', ben: 'like', cleo: 'heart' } as const;

it('counts each reaction once a person, in the order in which they are offered', () => {
  expect(countReactions(given, new Set()).map(({ name, from }) => [name, from])).toEqual([
    ['Like', ['ben']],
    ['Heart', ['ada', 'cleo']],
  ]);
});

it('leaves out people whom I blocked, and a reaction that only they gave', () => {
  expect(countReactions(given, new Set(['ben', 'cleo'])).map(({ name, from }) => [name, from])).toEqual([
    ['Heart', ['ada']],
  ]);
});
