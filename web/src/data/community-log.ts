import { type CommunityLogEntry, communityLogEntrySchema } from '@sameboat/model/community-log';
import { communityLogQuery, type PageCursor } from '@sameboat/model/queries';
import type { WithId } from './checked-documents.ts';
import { getPage } from './get-page.ts';
import { type PagedSource, pagedSource } from './paged-source.ts';

/** What the founder and the moderators of a community did, newest first. For them alone. */
export function communityLog(uid: string, communityId: string): PagedSource<WithId<CommunityLogEntry>> {
  return pagedSource<WithId<CommunityLogEntry>, PageCursor>(`community-log/${uid}/${communityId}`, {
    load: (after) => getPage(communityLogQuery(communityId, after), communityLogEntrySchema, 'at'),
    idOf: (entry) => entry.id,
  });
}
