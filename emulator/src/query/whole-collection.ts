import type { StructuredQuery } from './structured-query.ts';

/** Asks for every document of a collection, whole and in the order of their names: what other queries start from. */
export function wholeCollection(collectionId: string): StructuredQuery {
  return {
    from: [{ collectionId, allDescendants: false }],
    select: null,
    where: null,
    orderBy: [],
    startAt: null,
    endAt: null,
    offset: 0,
    limit: null,
    findNearest: null,
  };
}
