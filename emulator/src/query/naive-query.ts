/** The oracle of the property tests: a query answered as its definition reads, by looking at every document. */

import { inScope } from '../store/scope.ts';
import { comparePaths, compareValues } from '../values/compare.ts';
import type { Document } from '../values/document.ts';
import { getField } from '../values/fields.ts';
import { Reference } from '../values/reference.ts';
import type { Value } from '../values/value.ts';
import { matchesPlan, type QueryPlan } from './query-plan.ts';
import type { Cursor } from './structured-query.ts';

export function naiveQuery(documents: readonly Document[], plan: QueryPlan): readonly string[] {
  const compareTo = (document: Document, values: readonly Value[]): number => {
    for (const [index, value] of values.entries()) {
      const order = plan.orders[index];
      const difference =
        order === undefined
          ? comparePaths(
              document.path,
              value instanceof Reference ? value.name.split('/').slice(5).join('/') : '',
            )
          : compareValues(getField(document.fields, order.field) ?? null, value);
      if (difference !== 0) return (order?.descending ?? plan.nameDescending) ? -difference : difference;
    }
    return 0;
  };
  const position = (document: Document): Value[] => [
    ...plan.orders.map((order) => getField(document.fields, order.field) ?? null),
    new Reference(`projects/p/databases/(default)/documents/${document.path}`),
  ];
  const fromStart = (cursor: Cursor | null, document: Document): boolean =>
    cursor === null ||
    (cursor.before ? compareTo(document, cursor.values) >= 0 : compareTo(document, cursor.values) > 0);
  const beforeEnd = (cursor: Cursor | null, document: Document): boolean =>
    cursor === null ||
    (cursor.before ? compareTo(document, cursor.values) < 0 : compareTo(document, cursor.values) <= 0);
  return documents
    .filter((document) => inScope(plan.scope, document.path) && matchesPlan(plan, document))
    .filter((document) => fromStart(plan.startAt, document) && beforeEnd(plan.endAt, document))
    .sort((a, b) => compareTo(a, position(b)))
    .map((document) => document.path)
    .slice(plan.offset, plan.limit === null ? undefined : plan.offset + plan.limit);
}
