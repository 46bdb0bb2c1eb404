import { describe, expect, it } from 'vitest';
import { after } from '../fixtures/fixture-time.ts';
import { chatMessagesQuery, communitiesQuery } from './queries.ts';
import { topicIds } from './topics.ts';

describe('communitiesQuery', () => {
  it('asks for open communities only, whatever else is asked for', () => {
    for (const topics of [[], ['grief'], ['grief', 'sleep']] as const) {
      expect(communitiesQuery({ topics }).where).toContainEqual({
        field: 'visibility',
        op: '==',
        value: 'open',
      });
    }
  });

  it('goes on exactly where the page before ended, also among communities of one day and one moment', () => {
    const page = communitiesQuery({
      topics: [],
      after: { lastActiveOn: '2026-11-20', createdAt: after(0), id: 'c7' },
    });
    expect(page.orderBy.map((order) => order.field)).toEqual(['lastActiveOn', 'createdAt', '__name__']);
    expect(page.startAfter).toEqual(['2026-11-20', after(0), 'c7']);
  });

  it('stays within the thirty values of an "in" filter with every topic chosen', () => {
    expect(topicIds.length).toBeLessThanOrEqual(30);
  });
});

describe('chatMessagesQuery', () => {
  it('goes on exactly where the page before ended, also among messages of one moment', () => {
    const page = chatMessagesQuery('c1', { before: { at: after(0), id: 'm7' } });
    expect(page.orderBy.map((order) => order.field)).toEqual(['createdAt', '__name__']);
    expect(page.startAfter).toEqual([after(0), 'm7']);
  });
});
