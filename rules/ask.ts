import type { QuerySpec } from '@sameboat/model/queries';
import { toQuery } from '@sameboat/web/to-query';
import { type Firestore, getDocs } from 'firebase/firestore';

/** Sends a query as the app sends it. */
export function ask(database: Firestore, spec: QuerySpec) {
  return getDocs(toQuery(database, spec));
}
