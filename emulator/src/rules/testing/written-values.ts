import type { Value } from '../../values/value.ts';

/** Values as the rules write them. The last two Firestore tells apart; the rules, which take ints as floats, do not. */
export const writtenValues: readonly (readonly [string, Value])[] = [
  ['0', 0n],
  ['1', 1n],
  ['1.0', 1],
  ['2.5', 2.5],
  ["'a'", 'a'],
  ["'b'", 'b'],
  ['true', true],
  ['null', null],
  ['9007199254740993', 2n ** 53n + 1n],
  ['9007199254740992.0', 2 ** 53],
];
