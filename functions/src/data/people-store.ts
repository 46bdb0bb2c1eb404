import { blockPath } from '@sameboat/model/block';
import { findPeoplePacePath } from '@sameboat/model/find-people';
import { paceSchema } from '@sameboat/model/pace';
import { personSchema } from '@sameboat/model/person';
import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { userPath } from '@sameboat/model/user';
import { FieldPath, type Firestore, type Query, Timestamp } from 'firebase-admin/firestore';
import type { SearcherFacts, SearchVerdict } from '../domain/decide-search.ts';
import type { Listing, ListingQuery, PeopleStore } from '../domain/find-people.ts';
import type { Position } from '../domain/people-cursor.ts';
import { isBanned } from '../domain/sanction-binds.ts';
import { runTransaction } from './run-transaction.ts';

/** Stands after every uid. */
const LAST = '~';

export function createPeopleStore(firestore: Firestore): PeopleStore {
  return {
    async listings(query) {
      const found = await toQuery(firestore, query).get();
      const listings = found.docs.flatMap((document): Listing[] => {
        const listing = personSchema.safeParse(document.data());
        return listing.success ? [{ ...listing.data, uid: document.id }] : [];
      });
      return { listings, isLast: found.size < query.limit };
    },
    async hiddenFrom(asker, uids) {
      const paths = uids.flatMap((uid) => [blockPath(asker, uid), blockPath(uid, asker), sanctionPath(uid)]);
      const documents = await firestore.getAll(...paths.map((path) => firestore.doc(path)));
      const now = Date.now();
      return new Set(
        uids.filter((_, place) => {
          const [mine, theirs, sanction] = documents.slice(place * 3, place * 3 + 3);
          const isOut = sanction?.exists && isBanned(sanctionSchema.parse(sanction.data()), now);
          return mine?.exists || theirs?.exists || isOut;
        }),
      );
    },
  };
}

function toQuery(firestore: Firestore, { topics, range, after, limit }: ListingQuery): Query {
  const people: Query = firestore.collection('people');
  const about = topics.length > 0 ? people.where('topics', 'array-contains-any', topics) : people;
  const id = FieldPath.documentId();
  const ordered =
    range === null
      ? about.orderBy('updatedAt', 'desc').orderBy(id, 'desc')
      : about
          .where('place.geohash', '>=', range[0])
          .where('place.geohash', '<=', range[1])
          .orderBy('place.geohash')
          .orderBy(id);
  return (after === null ? ordered : ordered.startAfter(...toCursor(after))).limit(limit);
}

function toCursor(after: Position): readonly unknown[] {
  return after.kind === 'place'
    ? [after.geohash, after.uid ?? LAST]
    : [new Timestamp(after.seconds, after.nanoseconds), after.uid];
}

/** Reads how things stand with a searcher, asks `decide`, and writes the counter as it says, in one transaction. */
export function countSearch(
  firestore: Firestore,
  uid: string,
  decide: (facts: SearcherFacts) => SearchVerdict,
): Promise<SearchVerdict> {
  const counter = firestore.doc(findPeoplePacePath(uid));
  return runTransaction(firestore, async (transaction) => {
    const [user, sanction, calls] = await transaction.getAll(
      firestore.doc(userPath(uid)),
      firestore.doc(sanctionPath(uid)),
      counter,
    );
    const stored = calls?.exists ? paceSchema.parse(calls.data()) : null;
    const verdict = decide({
      hasProfile: user?.exists === true,
      sanction: sanction?.exists ? sanctionSchema.parse(sanction.data()) : null,
      calls: stored && { since: stored.since.toMillis(), count: stored.count },
    });
    if (verdict.calls) {
      const { since, count } = verdict.calls;
      transaction.set(counter, { since: Timestamp.fromMillis(since), count, id: uid });
    }
    return verdict;
  });
}
