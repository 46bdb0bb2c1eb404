import { paceSchema } from '@sameboat/model/pace';
import { type DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import type { CallCount } from '../domain/call-quota.ts';

/** A stored counter of `users/{uid}/pace`; null before the first call. */
export function toCallCount(snapshot: DocumentSnapshot | undefined): CallCount | null {
  if (!snapshot?.exists) return null;
  const { since, count } = paceSchema.parse(snapshot.data());
  return { since: since.toMillis(), count };
}

/** The document of a counter. `id` is what the call was about. */
export function fromCallCount({ since, count }: CallCount, id: string) {
  return { since: Timestamp.fromMillis(since), count, id };
}
