/** Queries, aggregations, and the moment they read at. */
import type {
  Aggregation,
  Consistency,
  Cursor,
  FieldOperator,
  Filter,
  FindNearest,
  Order,
  StructuredQuery,
  TransactionOptions,
} from '../service/requests.ts';
import type { FieldPath } from '../values/document.ts';
import { parseFieldPath } from '../values/field-path.ts';
import { StatusError } from '../values/status.ts';
import type {
  AggregationMessage,
  ConsistencyMessage,
  CursorMessage,
  FilterMessage,
  FindNearestMessage,
  StructuredQueryMessage,
  TransactionOptionsMessage,
} from './messages.ts';

const OPERATORS: Readonly<Record<string, FieldOperator>> = {
  LESS_THAN: '<',
  LESS_THAN_OR_EQUAL: '<=',
  GREATER_THAN: '>',
  GREATER_THAN_OR_EQUAL: '>=',
  EQUAL: '==',
  NOT_EQUAL: '!=',
  ARRAY_CONTAINS: 'array-contains',
  IN: 'in',
  ARRAY_CONTAINS_ANY: 'array-contains-any',
  NOT_IN: 'not-in',
};

export function fromStructuredQuery(message: StructuredQueryMessage | undefined): StructuredQuery {
  if (!message) throw new StatusError('INVALID_ARGUMENT', 'query is not set');
  return {
    from: (message.from ?? []).map(({ collectionId = '', allDescendants = false }) => ({
      collectionId,
      allDescendants,
    })),
    select: fromSelect(message.select?.fields),
    where: message.where ? fromFilter(message.where) : null,
    orderBy: (message.orderBy ?? []).map(fromOrder),
    startAt: message.startAt ? fromCursor(message.startAt) : null,
    endAt: message.endAt ? fromCursor(message.endAt) : null,
    offset: message.offset ?? 0,
    limit: message.limit ?? null,
    findNearest: message.findNearest ? fromFindNearest(message.findNearest) : null,
  };
}

/** A `select` without fields asks for every field when it is absent, and for names only when it is empty. */
function fromSelect(fields: readonly { readonly fieldPath?: string | undefined }[] | undefined) {
  return fields ? fields.map(fromFieldReference) : null;
}

function fromFieldReference(reference: { readonly fieldPath?: string | undefined } | undefined): FieldPath {
  return parseFieldPath(reference?.fieldPath ?? '');
}

function fromFilter(message: FilterMessage): Filter {
  const { compositeFilter, fieldFilter, unaryFilter } = message;
  if (compositeFilter) {
    const op = compositeFilter.op === 'AND' ? 'and' : compositeFilter.op === 'OR' ? 'or' : null;
    if (!op) throw new StatusError('INVALID_ARGUMENT', 'composite filter operator is not set');
    return { kind: 'composite', op, filters: (compositeFilter.filters ?? []).map(fromFilter) };
  }
  if (fieldFilter) {
    const op = OPERATORS[fieldFilter.op ?? ''];
    if (!op) throw new StatusError('INVALID_ARGUMENT', 'field filter operator is not set');
    if (fieldFilter.value === undefined)
      throw new StatusError('INVALID_ARGUMENT', 'field filter value is not set');
    return { kind: 'field', field: fromFieldReference(fieldFilter.field), op, value: fieldFilter.value };
  }
  if (unaryFilter) {
    const { op } = unaryFilter;
    if (op !== 'IS_NULL' && op !== 'IS_NAN' && op !== 'IS_NOT_NULL' && op !== 'IS_NOT_NAN') {
      throw new StatusError('INVALID_ARGUMENT', 'unary filter operator is not set');
    }
    return { kind: 'unary', field: fromFieldReference(unaryFilter.field), op };
  }
  throw new StatusError('INVALID_ARGUMENT', 'filter type is not set');
}

function fromOrder(message: {
  readonly field?: { readonly fieldPath?: string | undefined } | undefined;
  readonly direction?: string | undefined;
}): Order {
  const direction = message.direction === 'DESCENDING' ? 'DESCENDING' : 'ASCENDING';
  return { field: fromFieldReference(message.field), direction };
}

function fromCursor(message: CursorMessage): Cursor {
  return { values: message.values ?? [], before: message.before ?? false };
}

function fromFindNearest(message: FindNearestMessage): FindNearest {
  const measure = message.distanceMeasure;
  if (measure !== 'EUCLIDEAN' && measure !== 'COSINE' && measure !== 'DOT_PRODUCT') {
    throw new StatusError('INVALID_ARGUMENT', 'distance measure is not set');
  }
  if (message.queryVector === undefined) throw new StatusError('INVALID_ARGUMENT', 'query vector is not set');
  if (message.limit === undefined) throw new StatusError('INVALID_ARGUMENT', 'limit is not set');
  return {
    vectorField: fromFieldReference(message.vectorField),
    queryVector: message.queryVector,
    measure,
    limit: message.limit,
    distanceResultField: message.distanceResultField || null,
    distanceThreshold: message.distanceThreshold ?? null,
  };
}

export function fromAggregation(message: AggregationMessage): Aggregation {
  const alias = message.alias ?? '';
  const { count, sum, avg } = message;
  if (count) {
    return { alias, kind: 'count', upTo: count.upTo === undefined ? null : Number(count.upTo), field: null };
  }
  const of = sum ?? avg;
  if (!of) throw new StatusError('INVALID_ARGUMENT', 'Operator field in Aggregation is not set.');
  return { alias, kind: sum ? 'sum' : 'avg', upTo: null, field: fromFieldReference(of.field) };
}

export function fromConsistency(message: ConsistencyMessage): Consistency {
  if (message.transaction !== undefined && message.transaction.length > 0) {
    return { kind: 'transaction', id: message.transaction };
  }
  if (message.newTransaction !== undefined) {
    return { kind: 'newTransaction', options: fromTransactionOptions(message.newTransaction) };
  }
  if (message.readTime !== undefined) return { kind: 'readTime', time: message.readTime };
  return { kind: 'strong' };
}

export function fromTransactionOptions(message: TransactionOptionsMessage | undefined): TransactionOptions {
  if (message?.readOnly) return { kind: 'readOnly', readTime: message.readOnly.readTime ?? null };
  const retry = message?.readWrite?.retryTransaction;
  return { kind: 'readWrite', retryTransaction: retry && retry.length > 0 ? retry : null };
}
