import { describe, expect, it } from 'vitest';
import { actsTowards, menuOf } from './member-acts.ts';

const founder = { uid: 'fay', role: 'founder' } as const;
const moderator = { uid: 'mo', role: 'moderator' } as const;
const member = { uid: 'ada', role: 'member' } as const;

describe('what can be done to a member', () => {
  it('is everything for the founder, but nothing to themself', () => {
    expect(actsTowards({ asker: founder, member })).toEqual(['appoint', 'handOver', 'remove']);
    expect(actsTowards({ asker: founder, member: moderator })).toEqual(['withdraw', 'handOver', 'remove']);
    expect(actsTowards({ asker: founder, member: founder })).toEqual([]);
  });

  it('is to remove members for a moderator, and nothing for a member', () => {
    expect(actsTowards({ asker: moderator, member })).toEqual(['remove']);
    expect(actsTowards({ asker: moderator, member: { ...moderator, uid: 'max' } })).toEqual([]);
    expect(actsTowards({ asker: moderator, member: founder })).toEqual([]);
    expect(actsTowards({ asker: member, member: { ...member, uid: 'ben' } })).toEqual([]);
  });

  it('has what cannot be taken back last in its menu, after a line', () => {
    const entries = menuOf({ asker: founder, member }, () => undefined);
    expect(entries.at(-2)).toBe('line');
    expect(entries.at(-1)).toMatchObject({ danger: true });
  });
});
