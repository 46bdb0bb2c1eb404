import type { Scope } from '../store/scope.ts';
import type { DatabaseId, Document, FieldPath } from '../values/document.ts';
import { checkCollectionId, checkDocumentPath } from '../values/document-name.ts';
import { formatFieldPath, isNameField, NAME_FIELD, sameFieldPath } from '../values/field-path.ts';
import { getField } from '../values/fields.ts';
import { checkReference } from '../values/limits.ts';
import { Reference } from '../values/reference.ts';
import { StatusError } from '../values/status.ts';
import { compareUtf8 } from '../values/utf8.ts';
import type { Value } from '../values/value.ts';
import {
  type Condition,
  type Conjunction,
  isInequality,
  matchesFilter,
  toAlternatives,
} from './conditions.ts';
import type { Cursor, Filter, FindNearest, Order, StructuredQuery } from './structured-query.ts';

export interface PlannedOrder {
  readonly field: FieldPath;
  readonly descending: boolean;
}

/** A valid query with everything implied spelled out. */
export interface QueryPlan {
  readonly database: DatabaseId;
  readonly scope: Scope;
  readonly where: Filter | null;
  /** A document matches when it satisfies one of them; none: no document can. */
  readonly alternatives: readonly Conjunction[];
  /** Complete, without the name; `nameDescending` settles ties. A document without one of the fields is left out. */
  readonly orders: readonly PlannedOrder[];
  readonly nameDescending: boolean;
  /** Only what the query itself orders by, as rules see it. */
  readonly explicitOrders: readonly PlannedOrder[];
  /** Fields that must exist besides: those that an aggregation adds up. */
  readonly required: readonly FieldPath[];
  readonly startAt: Cursor | null;
  readonly endAt: Cursor | null;
  readonly offset: number;
  readonly limit: number | null;
  readonly select: readonly FieldPath[] | null;
  readonly findNearest: FindNearest | null;
}

/** Checks a query and completes its order. Throws INVALID_ARGUMENT or FAILED_PRECONDITION in Google's words. */
export function planQuery(
  database: DatabaseId,
  parent: string,
  query: StructuredQuery,
  required: readonly FieldPath[] = [],
): QueryPlan {
  if (query.limit !== null && query.limit < 0) throw invalid('limit is negative');
  if (query.offset < 0) throw invalid('offset is negative');
  const conditions = query.where === null ? [] : conditionsOf(query.where);
  for (const condition of conditions) checkCondition(condition);
  checkNameEquality(conditions);
  const scope = scopeOf(parent, query);
  const { orders, nameDescending } = completeOrder(query, conditions);
  checkScan(scope, orders, nameDescending, conditions);
  checkCursor(query.startAt, query);
  checkCursor(query.endAt, query);
  return {
    database,
    scope,
    where: query.where,
    alternatives: toAlternatives(query.where),
    orders,
    nameDescending,
    explicitOrders: query.orderBy.map(toPlannedOrder),
    required,
    startAt: boundingCursor(query.startAt),
    endAt: boundingCursor(query.endAt),
    offset: query.offset,
    limit: query.limit,
    select: query.select,
    findNearest: query.findNearest,
  };
}

/** Whether a document of the scope satisfies filters and orders; cursors, offset and limit are not looked at. */
export function matchesPlan(plan: QueryPlan, document: Document): boolean {
  return (
    hasFields(plan, document) && (plan.where === null || matchesFilter(plan.where, document, plan.database))
  );
}

/** Whether the fields are there without which a document is in no index of the query. */
export function hasFields(plan: QueryPlan, document: Document): boolean {
  return (
    plan.orders.every((order) => getField(document.fields, order.field) !== undefined) &&
    plan.required.every((field) => getField(document.fields, field) !== undefined)
  );
}

function scopeOf(parent: string, query: StructuredQuery): Scope {
  const [from, ...more] = query.from;
  if (more.length > 0) throw invalid('Only one collection selector is supported in from.');
  if (parent !== '') checkDocumentPath(parent);
  if (from === undefined || from.collectionId === '') {
    return { kind: from?.allDescendants === true ? 'all' : 'level', under: parent };
  }
  checkCollectionId(from.collectionId);
  if (from.allDescendants) return { kind: 'group', id: from.collectionId, under: parent };
  return { kind: 'collection', path: parent === '' ? from.collectionId : `${parent}/${from.collectionId}` };
}

function completeOrder(
  query: StructuredQuery,
  conditions: readonly Condition[],
): { orders: readonly PlannedOrder[]; nameDescending: boolean } {
  const explicit = query.orderBy.map(toPlannedOrder);
  checkDistinct(explicit);
  const nameAt = explicit.findIndex((order) => isNameField(order.field));
  const last = explicit[explicit.length - 1]?.descending ?? false;
  const implied = impliedFields(conditions)
    .filter((field) => !explicit.some((order) => sameFieldPath(order.field, field)))
    .map((field) => ({ field, descending: last }));
  if (nameAt === -1) return { orders: [...explicit, ...implied], nameDescending: last };
  if (nameAt < explicit.length - 1 || implied.length > 0) {
    throw invalid('order by clause cannot contain more fields after the key');
  }
  return { orders: explicit.slice(0, nameAt), nameDescending: last };
}

function checkDistinct(orders: readonly PlannedOrder[]): void {
  const seen = new Set<string>();
  for (const { field } of orders) {
    const name = formatFieldPath(field);
    if (isNameField(field)) continue;
    if (seen.has(name)) throw invalid(`order by clause cannot contain duplicate fields ${name}`);
    seen.add(name);
  }
}

function toPlannedOrder(order: Order): PlannedOrder {
  return { field: order.field, descending: order.direction === 'DESCENDING' };
}

/** Fields under an inequality, in the order in which the server appends them. The name always comes last. */
function impliedFields(conditions: readonly Condition[]): readonly FieldPath[] {
  const fields = new Map<string, FieldPath>();
  for (const condition of conditions) {
    if (isInequality(condition) && !isNameField(condition.field)) {
      fields.set(formatFieldPath(condition.field), condition.field);
    }
  }
  return [...fields.entries()].sort(([a], [b]) => compareUtf8(a, b)).map(([, field]) => field);
}

function conditionsOf(filter: Filter): readonly Condition[] {
  if (filter.kind !== 'composite') return [filter];
  if (filter.filters.length === 0) throw invalid('A filter of several filters must have one at least.');
  return filter.filters.flatMap(conditionsOf);
}

function checkCondition(condition: Condition): void {
  if (condition.kind === 'unary') {
    if (isNameField(condition.field)) throw invalid(`Unary operators are not supported for ${NAME_FIELD}.`);
    return;
  }
  const { op, value } = condition;
  if (op === 'in' || op === 'not-in' || op === 'array-contains-any') checkList(op, value);
  for (const operand of Array.isArray(value) ? value : [value]) {
    if (operand instanceof Reference) checkReference(operand);
  }
  if (!isNameField(condition.field)) return;
  if (op === 'array-contains' || op === 'array-contains-any') {
    throw invalid(`${OPERATOR_NAMES[op]} is not supported for ${NAME_FIELD}.`);
  }
  const operands: readonly Value[] = Array.isArray(value) ? value : [value];
  if (!operands.every((each) => each instanceof Reference))
    throw invalid('__key__ filter value must be a Key');
}

/** As Google's emulator and production have it: an id that is given leaves nothing for another inequality to order. */
function checkNameEquality(conditions: readonly Condition[]): void {
  const isGiven = conditions.some(({ op, field }) => op === '==' && isNameField(field));
  const inequalities = conditions.filter(isInequality);
  if (isGiven && inequalities.length > 0 && !inequalities.some(({ field }) => isNameField(field))) {
    throw invalid(
      'Equality on key is not allowed if there are other inequality fields and key does not appear in inequalities.',
    );
  }
}

const OPERATOR_NAMES = {
  in: 'IN',
  'not-in': 'NOT_IN',
  'array-contains': 'ARRAY_CONTAINS',
  'array-contains-any': 'ARRAY_CONTAINS_ANY',
} as const;

/** https://firebase.google.com/docs/firestore/query-data/queries#limits_on_or_queries */
function checkList(op: 'in' | 'not-in' | 'array-contains-any', value: Value): void {
  const name = OPERATOR_NAMES[op];
  const most = op === 'not-in' ? 10 : 30;
  if (!Array.isArray(value)) throw invalid(`'${name}' requires an array value.`);
  if (value.length === 0) throw invalid(`'${name}' requires an non-empty ArrayValue.`);
  if (value.length > most) throw invalid(`'${name}' supports up to ${most} comparison values.`);
}

function checkScan(
  scope: Scope,
  orders: readonly PlannedOrder[],
  nameDescending: boolean,
  conditions: readonly Condition[],
): void {
  if (scope.kind === 'level' || scope.kind === 'all') {
    if (!conditions.every((condition) => isNameField(condition.field))) {
      throw invalid('kind is required for non-__key__ filters');
    }
    if (orders.length > 0) throw invalid('kind is required for all orders except __key__ ascending');
  }
  if (
    nameDescending &&
    orders.length === 0 &&
    conditions.every((condition) => isNameField(condition.field))
  ) {
    throw new StatusError('FAILED_PRECONDITION', 'Firestore does not support descending key scans');
  }
}

function checkCursor(cursor: Cursor | null, query: StructuredQuery): void {
  if (cursor === null) return;
  if (cursor.values.length > query.orderBy.length) throw invalid('Cursor has too many values.');
  cursor.values.forEach((value, index) => {
    if (value instanceof Reference) checkReference(value);
    const order = query.orderBy[index];
    if (order !== undefined && isNameField(order.field) && !(value instanceof Reference)) {
      throw invalid(`Cursor value for ${NAME_FIELD} must be a reference.`);
    }
  });
}

/** A cursor of no values bounds nothing. */
function boundingCursor(cursor: Cursor | null): Cursor | null {
  return cursor === null || cursor.values.length === 0 ? null : cursor;
}

function invalid(message: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', message);
}
