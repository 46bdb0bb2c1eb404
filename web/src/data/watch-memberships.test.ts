import { describe, expect, it } from 'vitest';
import { sortMemberships } from './watch-memberships.ts';

describe('memberships', () => {
  it('are told apart by where they stand', () => {
    const { communities, chats } = sortMemberships([
      'communities/k1/members/ada',
      'chats/c1/members/ada',
      'circles/z1/members/ada',
      'chats/c2/members/ada',
    ]);
    expect([...communities]).toEqual(['k1']);
    expect([...chats]).toEqual(['c1', 'c2']);
  });
});
