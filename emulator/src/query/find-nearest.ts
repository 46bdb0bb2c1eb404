import type { Document } from '../values/document.ts';
import { getField, withField } from '../values/fields.ts';
import { StatusError } from '../values/status.ts';
import { vectorOf } from '../values/type-order.ts';
import type { FindNearest } from './structured-query.ts';

const MAX_LIMIT = 1000;

/**
 * The documents whose vector lies nearest: smallest distance first, or largest dot product. Ties keep the query's
 * order and NaN comes last. Documents without a vector of the same dimension are left out.
 */
export function nearest(search: FindNearest, documents: readonly Document[]): readonly Document[] {
  const query = vectorOf(search.queryVector);
  if (query === null) throw new StatusError('INVALID_ARGUMENT', 'queryVector must be a vector.');
  if (search.limit < 1 || search.limit > MAX_LIMIT) {
    throw new StatusError('INVALID_ARGUMENT', `FindNearest limit must be between 1 and ${MAX_LIMIT}.`);
  }
  const sign = search.measure === 'DOT_PRODUCT' ? -1 : 1;
  const found: { document: Document; distance: number }[] = [];
  for (const document of documents) {
    const vector = vectorOf(getField(document.fields, search.vectorField));
    if (vector === null || vector.length !== query.length) continue;
    const distance = measure(search.measure, query, vector);
    const threshold = search.distanceThreshold;
    if (threshold === null || distance * sign <= threshold * sign) found.push({ document, distance });
  }
  found.sort((a, b) => rank(a.distance * sign) - rank(b.distance * sign) || 0);
  return found.slice(0, search.limit).map(({ document, distance }) => {
    if (search.distanceResultField === null || search.distanceResultField === '') return document;
    return { ...document, fields: withField(document.fields, [search.distanceResultField], distance) };
  });
}

function rank(distance: number): number {
  return Number.isNaN(distance) ? Number.MAX_VALUE : distance;
}

function measure(kind: FindNearest['measure'], a: readonly number[], b: readonly number[]): number {
  switch (kind) {
    case 'DOT_PRODUCT':
      return dot(a, b);
    case 'COSINE':
      return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    case 'EUCLIDEAN':
      return Math.sqrt(a.reduce((sum, each, index) => sum + (each - (b[index] ?? 0)) ** 2, 0));
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, index) => sum + each * (b[index] ?? 0), 0);
}
