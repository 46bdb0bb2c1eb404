import { isBelow } from '../store/scope.ts';
import { StatusError } from '../values/status.ts';
import type { Timestamp } from '../values/timestamp.ts';
import { compareUtf8 } from '../values/utf8.ts';
import type { DatabaseState } from './database-state.ts';
import { fromPageToken, toPageToken } from './page-token.ts';
import { openReadView } from './read-view.ts';
import type { Caller } from './requests.ts';
import { requireAdmin } from './require-admin.ts';

/** The collections directly below `parent` that hold a document at any depth, sorted. Administrators only. */
export function listCollectionIds(
  caller: Caller,
  state: DatabaseState,
  parent: string,
  options: { pageSize: number | null; pageToken: string; readTime: Timestamp | null },
): { collectionIds: readonly string[]; nextPageToken: string } {
  const pageSize = options.pageSize ?? 0;
  if (pageSize < 0) throw new StatusError('INVALID_ARGUMENT', 'Page size must be nonnegative.');
  requireAdmin(caller);
  const consistency =
    options.readTime === null
      ? ({ kind: 'strong' } as const)
      : ({ kind: 'readTime', time: options.readTime } as const);
  const { view } = openReadView(state, consistency);
  const ids = new Set<string>();
  for (const path of view.collectionPaths()) {
    if (isBelow(path, parent))
      ids.add((parent === '' ? path : path.slice(parent.length + 1)).split('/')[0] ?? '');
  }
  const after = fromPageToken(options.pageToken);
  const sorted = [...ids].sort(compareUtf8).filter((id) => after === null || compareUtf8(id, after) > 0);
  const collectionIds = pageSize === 0 ? sorted : sorted.slice(0, pageSize);
  const last = collectionIds[collectionIds.length - 1];
  const more = last !== undefined && collectionIds.length < sorted.length;
  return { collectionIds, nextPageToken: more ? toPageToken(last) : '' };
}
