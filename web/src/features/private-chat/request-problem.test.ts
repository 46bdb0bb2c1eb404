import { describe, expect, it } from 'vitest';
import { requestProblem } from './request-problem.ts';

describe('a request that was not sent', () => {
  it('says who decided that I may not ask, and where I still can write', () => {
    expect(requestProblem('not-allowed', 'withdrawn')).toMatch(/A moderator decided this.*communities/);
  });

  it('says that the other person has left', () => {
    expect(requestProblem('not-allowed', 'gone')).toMatch(/has left/);
  });

  it('says that there were too many, and when to come back', () => {
    expect(requestProblem('too-often', 'unknown')).toMatch(/20 people .* tomorrow/);
  });

  it('says otherwise what any refusal says', () => {
    expect(requestProblem('offline', 'unknown')).toMatch(/^You are offline/);
    expect(requestProblem('not-allowed', 'unknown')).toMatch(/try once more/);
  });
});
