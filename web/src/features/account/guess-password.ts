import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const guesser = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary });

/** Below this, a million tries would do, which is what the limit on sign-ins keeps out (zxcvbn's scale is 0 to 4). */
const SAFE_SCORE = 2;

/** Whether a password would be guessed early: a common one, a pattern of keys, or made of what is known about its owner. */
export const isGuessedEarly = (password: string, about: readonly string[]): boolean =>
  guesser.check(password, ['sameboat', ...about]).score < SAFE_SCORE;
