import type { Scope } from '../store/scope.ts';
import { fieldKey, orderKey } from '../values/order-key.ts';
import type { QueryPlan } from './query-plan.ts';
import type { Cursor, Filter } from './structured-query.ts';

/** The same text for queries that always have the same answer, so that their listeners can share the work. */
export function queryKey(plan: QueryPlan): string {
  return JSON.stringify([
    scopeKey(plan.scope),
    plan.where === null ? null : filterKey(plan.where),
    plan.orders.map((order) => [fieldKey(order.field), order.descending]),
    plan.nameDescending,
    cursorKey(plan.startAt),
    cursorKey(plan.endAt),
    plan.offset,
    plan.limit,
    plan.select?.map(fieldKey),
    plan.findNearest === null ? null : nearestKey(plan.findNearest),
  ]);
}

function scopeKey(scope: Scope): unknown {
  return scope.kind === 'group'
    ? [scope.kind, scope.id, scope.under]
    : scope.kind === 'collection'
      ? scope.path
      : [scope.kind, scope.under];
}

function filterKey(filter: Filter): unknown {
  if (filter.kind === 'composite') return [filter.op, ...filter.filters.map(filterKey)];
  if (filter.kind === 'unary') return [filter.op, fieldKey(filter.field)];
  return [filter.op, fieldKey(filter.field), orderKey(filter.value)];
}

function cursorKey(cursor: Cursor | null): unknown {
  return cursor === null ? null : [cursor.before, ...cursor.values.map(orderKey)];
}

function nearestKey(search: NonNullable<QueryPlan['findNearest']>): unknown {
  return { ...search, queryVector: orderKey(search.queryVector) };
}
