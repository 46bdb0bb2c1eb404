import type { CommunityLogEntry } from '@sameboat/model/community-log';
import { notificationSchema } from '@sameboat/model/notification';
import { describe, expect, it } from 'vitest';
import { tellOfAct } from './tell-of-act.ts';
import { timeOf } from './time-of.ts';

const entry: CommunityLogEntry = {
  actor: 'mo',
  act: 'ban',
  target: 'ben',
  reason: 'Selling something.',
  at: timeOf(7),
};

describe('somebody to whom a moderator did something', () => {
  it('is told what and why, with the way to the community, and not who it was', () => {
    const told = tellOfAct('harbour', 'e1', entry);
    expect(told?.path).toBe('users/ben/notifications/log_e1');
    expect(notificationSchema.safeParse(told?.data).success).toBe(true);
    expect(told?.data.text).toBe(
      'You were removed from a community and cannot come back. The reason given: Selling something.',
    );
    expect(told?.data.target).toBe('/communities/harbour');
    expect(JSON.stringify(told)).not.toContain('mo"');
  });

  it('is told without a reason where none was given', () => {
    expect(tellOfAct('harbour', 'e1', { ...entry, act: 'appoint', reason: ' ' })?.data.text).toBe(
      'You are now a moderator of a community.',
    );
  });
});

it('a new access code is about nobody, and nobody is told', () => {
  expect(tellOfAct('harbour', 'e1', { ...entry, act: 'newCode', target: null })).toBeNull();
});
