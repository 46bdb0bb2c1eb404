import { describe, expect, it } from 'vitest';
import { type SeenMark, seenMarks } from './typing-marks.ts';

const now = 1_000_000;
const ben = (until: number) => ({ id: 'ben', until: now + until });
const ends = (marks: readonly SeenMark[]) => marks.map((mark) => mark.ends - now);
const first = { now, isFirst: true };
const later = { now, isFirst: false };

describe('a typing mark', () => {
  it('that was there before we looked lasts as long as it says, and never over ten seconds', () => {
    expect(ends(seenMarks([], [ben(4_000)], first))).toEqual([4_000]);
    expect(ends(seenMarks([], [ben(60_000)], first))).toEqual([10_000]);
    expect(seenMarks([], [ben(0)], first)).toEqual([]);
  });

  it('that comes while we look lasts ten seconds, whatever the two clocks say', () => {
    expect(ends(seenMarks([], [ben(10_000)], later))).toEqual([10_000]);
    expect(ends(seenMarks([], [ben(-20_000)], later))).toEqual([10_000]);
    expect(ends(seenMarks([], [ben(14_000)], later))).toEqual([10_000]);
    expect(seenMarks([], [ben(-30_000)], later)).toEqual([]);
  });

  it('lasts on with each new one, and not because somebody else types', () => {
    const [known] = seenMarks([], [ben(10_000)], first);
    if (known === undefined) throw new Error('no mark');
    const after = { now: now + 6_000, isFirst: false };
    const cleo = { id: 'cleo', until: now + 16_000 };
    expect(ends(seenMarks([known], [ben(10_000), cleo], after))).toEqual([10_000, 16_000]);
    expect(ends(seenMarks([known], [ben(16_000)], after))).toEqual([16_000]);
    expect(seenMarks([known], [ben(10_000)], { ...after, now: now + 10_000 })).toEqual([]);
    expect(seenMarks([known], [], after)).toEqual([]);
  });
});
