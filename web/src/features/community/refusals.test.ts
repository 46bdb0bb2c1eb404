import { describe, expect, it } from 'vitest';
import { DataError } from '../../data/data-error.ts';
import { communityRefusal, groupChatRefusal } from './refusals.ts';

describe('a community that was not created', () => {
  it('says at the name that it is taken, and nowhere else', () => {
    expect(communityRefusal(new DataError('name-taken'))).toEqual({
      name: 'That name is taken. Try another.',
    });
  });

  it('says that there were too many today, and when to come back', () => {
    expect(communityRefusal(new DataError('too-often'))).toEqual({
      form: 'You have created as many communities as one can in a day. Try again tomorrow.',
    });
    expect(groupChatRefusal(new DataError('too-often'))).toMatch(/as many group chats .* tomorrow/);
  });

  it('says otherwise what any refusal says', () => {
    expect(communityRefusal(new DataError('offline')).form).toMatch(/^You are offline/);
    expect(groupChatRefusal(new DataError('offline'))).toMatch(/^You are offline/);
  });
});
