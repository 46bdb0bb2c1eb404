import { describe, expect, it } from 'vitest';
import { shownMembers, topicsInCommon } from './shown-members.ts';

const member = (uid: string, role: 'founder' | 'moderator' | 'member' = 'member') => ({ uid, role });
const uids = (members: readonly { uid: string }[]) => members.map(({ uid }) => uid);

describe('the members on the page', () => {
  it('stand there once, those who share something with me first, and I am not one of them', () => {
    const all = [member('ada'), member('ben'), member('me')];
    const { inCommon, others } = shownMembers({
      sharing: [member('ben'), member('me')],
      all,
      me: 'me',
      changes: new Map(),
    });
    expect(uids(inCommon)).toEqual(['ben']);
    expect(uids(others)).toEqual(['ada', 'me']);
  });

  it('are without those who run it, and follow what was done on the page', () => {
    const all = [member('fay', 'founder'), member('mo', 'moderator'), member('ada'), member('ben')];
    const changes = new Map([
      ['ada', null],
      ['ben', 'moderator'],
      ['mo', 'member'],
    ] as const);
    expect(uids(shownMembers({ sharing: null, all, me: 'fay', changes: new Map() }).others)).toEqual([
      'ada',
      'ben',
    ]);
    expect(uids(shownMembers({ sharing: null, all, me: 'fay', changes }).others)).toEqual(['mo']);
  });

  it('are nobody while they are being loaded', () => {
    expect(shownMembers({ sharing: null, all: null, me: 'me', changes: new Map() })).toEqual({
      inCommon: [],
      others: [],
    });
  });
});

it('only what both have is in common', () => {
  expect(topicsInCommon({ shows: { topics: ['grief', 'sleep'] } }, ['sleep', 'ocd'])).toEqual(['sleep']);
  expect(topicsInCommon({ shows: {} }, ['sleep'])).toEqual([]);
});
