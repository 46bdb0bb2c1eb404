import type { Document, FieldPath } from '../values/document.ts';
import { lastSegment } from '../values/document-name.ts';
import { getField } from '../values/fields.ts';
import { fieldKey, invertKey, orderKey, pathKey } from '../values/order-key.ts';

export interface ShapeOrder {
  readonly field: FieldPath;
  readonly descending: boolean;
}

/**
 * What an ordered index is sorted by: the values of `equal`, then one element of the array `contains`, then
 * `orders`, then the document's name. A document that lacks one of the fields is not in the index; an array of
 * n different elements is in it n times.
 */
export interface IndexShape {
  readonly equal: readonly FieldPath[];
  readonly contains: FieldPath | null;
  /** The first one is ascending; an index serves the opposite order by being read backwards. */
  readonly orders: readonly ShapeOrder[];
  readonly nameDescending: boolean;
}

/** How a document's name ends a key: its ID suffices inside one collection, elsewhere its whole path is needed. */
export type NameKey = (path: string) => string;

export const nameInCollection: NameKey = (path) => pathKey(lastSegment(path));
export const nameInGroup: NameKey = pathKey;

export function shapeName(shape: IndexShape): string {
  const orders = shape.orders.map((order) => `${order.descending ? '-' : '+'}${fieldKey(order.field)}`);
  return JSON.stringify([
    shape.equal.map(fieldKey),
    shape.contains === null ? null : fieldKey(shape.contains),
    orders,
    shape.nameDescending,
  ]);
}

/** The document's keys in an index of this shape: none, one, or one for each different array element. */
export function keysOf(shape: IndexShape, document: Document, nameKey: NameKey): readonly string[] {
  let head = '';
  for (const field of shape.equal) {
    const value = getField(document.fields, field);
    if (value === undefined) return [];
    head += orderKey(value);
  }
  let tail = '';
  for (const order of shape.orders) {
    const value = getField(document.fields, order.field);
    if (value === undefined) return [];
    tail += order.descending ? invertKey(orderKey(value)) : orderKey(value);
  }
  const name = nameKey(document.path);
  tail += shape.nameDescending ? invertKey(name) : name;
  if (shape.contains === null) return [head + tail];
  const array = getField(document.fields, shape.contains);
  if (!Array.isArray(array)) return [];
  return [...new Set(array.map(orderKey))].map((element) => head + element + tail);
}
