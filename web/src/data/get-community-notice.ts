import { communityPath } from '@sameboat/model/community';
import { notificationSchema } from '@sameboat/model/notification';
import { notificationsAboutQuery } from '@sameboat/model/queries';
import { readQuery } from './get-page.ts';

/**
 * What `uid` was last told about their membership of a community, such as that they were removed and why; null if nothing,
 * also when it cannot be read.
 */
export async function getCommunityNotice(uid: string, communityId: string): Promise<string | null> {
  const query = notificationsAboutQuery(uid, `/${communityPath(communityId)}`);
  const found = await readQuery(query, notificationSchema).catch(() => null);
  const told = found?.items.filter(({ type }) => type === 'moderation') ?? [];
  const [newest] = told.sort((a, b) => b.createdAt.toMillis() - a.createdAt.toMillis());
  return newest?.text ?? null;
}
