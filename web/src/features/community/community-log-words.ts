import type { CommunityLogEntry } from '@sameboat/model/community-log';
import type { UserEntry } from '../../data/get-user.ts';
import type { Live } from '../../data/live-source.ts';

const sentences: Readonly<Record<CommunityLogEntry['act'], readonly [before: string, after: string]>> = {
  remove: ['removed', ''],
  ban: ['removed and banned', ''],
  unban: ['let', 'back in'],
  appoint: ['made', 'a moderator'],
  withdraw: ['withdrew', 'as a moderator'],
  handOver: ['handed the community over to', ''],
  removeMessage: ['removed a message of', ''],
  newCode: ['made a new access code', ''],
};

/** What stands between the two names of an entry, and after the second. */
export function logWords(act: CommunityLogEntry['act']): readonly [before: string, after: string] {
  return sentences[act];
}

/** The name of somebody in a list, also of one whose account is gone. */
export function nameOf(user: Live<UserEntry | null>): string {
  return user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
}
