/** Which range of which index holds the documents of one alternative of a query. */
import type { IndexShape } from '../store/index-shape.ts';
import type { KeyRange } from '../store/indexed-scope.ts';
import { isBelow, nameKeyOf } from '../store/scope.ts';
import { comparePaths, compareValues } from '../values/compare.ts';
import type { FieldPath } from '../values/document.ts';
import { documentsRoot } from '../values/document-name.ts';
import { isNameField } from '../values/field-path.ts';
import { fieldKey, invertKey, orderKey, pathKey, typeBounds } from '../values/order-key.ts';
import { Reference } from '../values/reference.ts';
import type { Value } from '../values/value.ts';
import { type Condition, type Conjunction, isInequality, pinnedValue } from './conditions.ts';
import type { PlannedOrder, QueryPlan } from './query-plan.ts';
import type { Cursor } from './structured-query.ts';

export interface IndexScan {
  readonly shape: IndexShape;
  readonly range: KeyRange;
  readonly reverse: boolean;
}

/** Above every key: no encoding starts with this unit at its first place. */
const TOP = '\uffff';
const NOTHING: KeyRange = { from: '', to: '' };

/** Everything in the range satisfies the equalities; other conditions must still be checked. */
export function planScan(plan: QueryPlan, conditions: Conjunction): IndexScan {
  const pinned = pinnedFields(conditions);
  const contains = conditions.find((each) => each.kind === 'field' && each.op === 'array-contains');
  const free = plan.orders.filter((order) => !pinned.has(fieldKey(order.field)));
  const reverse = free[0]?.descending ?? plan.nameDescending;
  const equal = [...pinned.values()]
    .map((each) => each.field)
    .sort((a, b) => (fieldKey(a) < fieldKey(b) ? -1 : 1));
  const shape: IndexShape = {
    equal,
    contains: contains?.field ?? null,
    orders: free.map((order) => ({ field: order.field, descending: order.descending !== reverse })),
    nameDescending: plan.nameDescending !== reverse,
  };
  let prefix = equal.map((field) => orderKey(pinned.get(fieldKey(field))?.value ?? null)).join('');
  if (contains?.kind === 'field') prefix += orderKey(contains.value);
  const limits = new Limits(prefix);
  const first = free[0]?.field ?? null;
  for (const condition of conditions) narrow(limits, prefix, condition, first, plan);
  for (const side of ['start', 'end'] as const) {
    const cursor = side === 'start' ? plan.startAt : plan.endAt;
    if (cursor !== null) applyCursor(limits, prefix, side, cursor, { plan, shape, reverse, pinned });
  }
  return { shape, range: limits.range(), reverse };
}

class Limits {
  #from: string;
  #to: string;

  constructor(prefix: string) {
    this.#from = prefix;
    this.#to = after(prefix);
  }

  atLeast(key: string): void {
    if (key > this.#from) this.#from = key;
  }

  below(key: string): void {
    if (key < this.#to) this.#to = key;
  }

  range(): KeyRange {
    return this.#from < this.#to ? { from: this.#from, to: this.#to } : NOTHING;
  }
}

/** The first string above every string that starts with `prefix`. */
function after(prefix: string): string {
  for (let end = prefix.length; end > 0; end -= 1) {
    const unit = prefix.charCodeAt(end - 1);
    if (unit < 0xffff) return prefix.slice(0, end - 1) + String.fromCharCode(unit + 1);
  }
  return TOP;
}

function pinnedFields(conditions: Conjunction): Map<string, { field: FieldPath; value: Value }> {
  const pinned = new Map<string, { field: FieldPath; value: Value }>();
  for (const condition of conditions) {
    const value = pinnedValue(condition);
    const key = fieldKey(condition.field);
    if (value !== undefined && !isNameField(condition.field) && !pinned.has(key)) {
      pinned.set(key, { field: condition.field, value });
    }
  }
  return pinned;
}

/** An inequality on the first order bounds the range; on any other field it is left to the check. */
function narrow(
  limits: Limits,
  prefix: string,
  condition: Condition,
  first: FieldPath | null,
  plan: QueryPlan,
): void {
  if (!isInequality(condition)) return;
  const onName = isNameField(condition.field);
  if (first === null ? !onName : fieldKey(condition.field) !== fieldKey(first)) return;
  if (condition.kind === 'unary' || condition.op === '!=' || condition.op === 'not-in') {
    if (!onName) limits.atLeast(prefix + after(orderKey(null)));
    return;
  }
  const { value, op } = condition;
  const key = onName ? nameKey(plan, value) : orderKey(value);
  const bounds = onName ? { from: '', to: TOP } : typeBounds(value);
  limits.atLeast(prefix + bounds.from);
  if (!onName) limits.below(prefix + bounds.to);
  if (op === '>') limits.atLeast(prefix + after(key));
  if (op === '>=') limits.atLeast(prefix + key);
  if (op === '<') limits.below(prefix + key);
  if (op === '<=') limits.below(prefix + after(key));
}

interface CursorContext {
  readonly plan: QueryPlan;
  readonly shape: IndexShape;
  readonly reverse: boolean;
  readonly pinned: ReadonlyMap<string, { value: Value }>;
}

function applyCursor(
  limits: Limits,
  prefix: string,
  side: 'start' | 'end',
  cursor: Cursor,
  { plan, shape, reverse, pinned }: CursorContext,
): void {
  const orders: readonly PlannedOrder[] = [
    ...plan.orders,
    { field: ['__name__'], descending: plan.nameDescending },
  ];
  let key = prefix;
  let edge: 'before' | 'after' = cursor.before ? 'before' : 'after';
  for (const [index, value] of cursor.values.entries()) {
    const order = orders[index];
    if (order === undefined) break;
    const constant = pinned.get(fieldKey(order.field));
    if (constant !== undefined) {
      // Every document that is level with the cursor so far has this value: all of them lie before the cursor,
      // or all after it, or the next value decides.
      const difference = compareValues(constant.value, value) * (order.descending ? -1 : 1);
      if (difference === 0) continue;
      edge = difference < 0 ? 'after' : 'before';
      break;
    }
    const plain = isNameField(order.field) ? nameKey(plan, value) : orderKey(value);
    const inverted = isNameField(order.field) ? shape.nameDescending : order.descending !== reverse;
    key += inverted ? invertKey(plain) : plain;
  }
  // Read backwards, the end of the range is where the query starts, and "before" lies above the position.
  if (!reverse) {
    const bound = edge === 'before' ? key : after(key);
    if (side === 'start') limits.atLeast(bound);
    else limits.below(bound);
  } else {
    const bound = edge === 'before' ? after(key) : key;
    if (side === 'start') limits.below(bound);
    else limits.atLeast(bound);
  }
}

/** The key of a name in this scope's indexes; a name outside the collection sorts before or after all of it. */
function nameKey(plan: QueryPlan, value: Value): string {
  const path = value instanceof Reference ? relativePath(plan, value.name) : '';
  const { scope } = plan;
  if (scope.kind !== 'collection') return nameKeyOf(scope)(path);
  if (isBelow(path, scope.path)) return pathKey(path.slice(scope.path.length + 1));
  return comparePaths(path, scope.path) < 0 ? '\u0000' : '\u0003';
}

function relativePath(plan: QueryPlan, name: string): string {
  const root = `${documentsRoot(plan.database)}/`;
  return name.startsWith(root) ? name.slice(root.length) : name.split('/').slice(5).join('/');
}

/** The document that the alternative names with `==`; null when it names none. */
export function namedPath(plan: QueryPlan, conditions: Conjunction): string | null {
  for (const condition of conditions) {
    const value = pinnedValue(condition);
    if (isNameField(condition.field) && value instanceof Reference) return relativePath(plan, value.name);
  }
  return null;
}
