import { type Block, blockPath, blockSchema } from '@sameboat/model/block';
import { blocksQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToDocument, listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** Whom `uid` blocked, at most 500, by their uid in no order. */
export function watchBlocks(uid: string): LiveSource<WithId<Block>[]> {
  return liveSource(`blocks/${uid}`, (observer) =>
    listenToQuery(toQuery(firestore(), blocksQuery(uid)), blockSchema, observer),
  );
}

/** The block of `uid` against one person; null while there is none. */
export function watchBlock(uid: string, otherUid: string): LiveSource<WithId<Block> | null> {
  return liveSource(`block/${uid}/${otherUid}`, (observer) =>
    listenToDocument(blockPath(uid, otherUid), blockSchema, observer),
  );
}
