import type { Sanction } from '@sameboat/model/sanction';
import { describe, expect, it } from 'vitest';
import { judgeSanction } from './judge-sanction.ts';

const at = (millis: number) => ({ seconds: millis / 1_000, nanoseconds: 0, toMillis: () => millis });
const sanction = (over: Partial<Sanction>): Sanction => ({
  banned: false,
  denied: [],
  reason: '',
  by: 'staff',
  at: at(0),
  until: null,
  validAfter: null,
  kind: 'staff',
  ...over,
});
const judge = (given: Sanction | null) => judgeSanction(given, { signedInAt: 5_000, now: 9_000 });

describe('a sanction', () => {
  it('leaves the sign-in alone if there is none, or if it only withdraws permissions', () => {
    expect(judge(null)).toEqual({ kind: 'good' });
    expect(judge(sanction({ denied: ['write'] }))).toEqual({ kind: 'good' });
  });

  it('ends sign-ins from before `validAfter`, and no later ones', () => {
    expect(judge(sanction({ validAfter: at(5_001), kind: 'signOut' }))).toEqual({ kind: 'ended' });
    expect(judge(sanction({ validAfter: at(5_000), kind: 'signOut' }))).toEqual({ kind: 'good' });
  });

  it('is a ban with a reason and an end, until the end has passed', () => {
    expect(judge(sanction({ banned: true, reason: 'Threats' }))).toEqual({
      kind: 'banned',
      reason: 'Threats',
      until: null,
    });
    expect(judge(sanction({ banned: true, until: at(9_001) }))).toMatchObject({
      kind: 'banned',
      until: 9_001,
    });
    expect(judge(sanction({ banned: true, until: at(9_000) }))).toEqual({ kind: 'good' });
  });

  it('ends the sign-in of a deleted account, instead of showing it as banned', () => {
    expect(judge(sanction({ banned: true, kind: 'deleted' }))).toEqual({ kind: 'ended' });
  });

  it('ends an old sign-in even if the person is banned too', () => {
    expect(judge(sanction({ banned: true, validAfter: at(6_000) }))).toEqual({ kind: 'ended' });
  });
});
