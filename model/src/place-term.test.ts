import { expect, it } from 'vitest';
import { placeTerm } from './place-term.ts';

it.each([
  ['Saint-Étienne', 'saint etienne'],
  [' SAINT  ETIENNE ', 'saint etienne'],
  ["L'Aquila", 'l aquila'],
  ['Łódź', 'lodz'],
  ['Weißenburg', 'weissenburg'],
  ['東京', '東京'],
  ['القاهرة', 'القاهرة'],
  ['!', ''],
])('finds "%s" by "%s"', (name, term) => {
  expect(placeTerm(name)).toBe(term);
});
