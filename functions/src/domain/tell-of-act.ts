import { communityPath } from '@sameboat/model/community';
import type { CommunityLogEntry } from '@sameboat/model/community-log';
import { newNotification, notificationPath } from '@sameboat/model/notification';
import type { FirestoreTime } from '@sameboat/model/time';

interface Told {
  readonly path: string;
  readonly data: ReturnType<typeof newNotification<FirestoreTime>>;
}

const words: Readonly<Record<CommunityLogEntry['act'], string | null>> = {
  remove: 'You were removed from a community. You can join it again.',
  ban: 'You were removed from a community and cannot come back.',
  unban: 'You can join a community again that you were removed from.',
  appoint: 'You are now a moderator of a community.',
  withdraw: 'You are not a moderator of a community any more.',
  handOver: 'A community was handed over to you: you now run it as its founder.',
  removeMessage: 'A message of yours was removed by the people who run a community.',
  newCode: null,
};

/**
 * The notification for the person that an entry of a community's log is about; null when it is about nobody. It says why,
 * and neither who decided it nor which community: the app shows that behind the link.
 */
export function tellOfAct(communityId: string, entryId: string, entry: CommunityLogEntry): Told | null {
  const sentence = words[entry.act];
  if (sentence === null || entry.target === null) return null;
  const reason = entry.reason.trim();
  return {
    path: notificationPath(entry.target, `log_${entryId}`),
    data: newNotification(
      {
        type: 'moderation',
        text: reason === '' ? sentence : `${sentence} The reason given: ${reason}`,
        target: `/${communityPath(communityId)}`,
      },
      entry.at,
    ),
  };
}
