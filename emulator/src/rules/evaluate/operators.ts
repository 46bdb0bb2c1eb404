/** The operators of the language on values that are no errors. Their results may be errors; nothing throws. */
import { Timestamp } from '../../values/timestamp.ts';
import { checkedInt } from '../builtins/number-builtins.ts';
import { timestampFromNanos, timestampToNanos } from '../builtins/time-builtins.ts';
import type { BinaryOperator } from '../parser/ast.ts';
import {
  decideContains,
  decideEqual,
  decideIn,
  decideOrder,
  decideType,
  type Relation,
} from '../prove-list/decide.ts';
import { Constraint } from '../values/constraint.ts';
import { Duration, durationFromNanos, durationToNanos } from '../values/duration.ts';
import { equal, includes } from '../values/equality.ts';
import { order } from '../values/order.ts';
import { RulesError, unknownToQuery } from '../values/rules-error.ts';
import { PartialMap, RulesSet, type RulesValue } from '../values/rules-value.ts';
import { bounded } from '../values/size-limits.ts';
import { hasType, isList, isRulesMap, type TestableType, typeOf } from '../values/type-names.ts';

export type StrictOperator = Exclude<BinaryOperator, '&&' | '||'>;

export const binaryOperators: Readonly<Record<StrictOperator, (a: RulesValue, b: RulesValue) => RulesValue>> =
  {
    '==': isEqual,
    '!=': (a, b) => negated(isEqual(a, b)),
    '<': (a, b) => compare(a, '<', b),
    '<=': (a, b) => compare(a, '<=', b),
    '>': (a, b) => compare(a, '>', b),
    '>=': (a, b) => compare(a, '>=', b),
    in: isIn,
    '+': add,
    '-': subtract,
    '*': (a, b) =>
      arithmetic(
        '*',
        a,
        b,
        (x, y) => checkedInt(x * y),
        (x, y) => x * y,
      ),
    '/': (a, b) =>
      arithmetic(
        '/',
        a,
        b,
        (x, y) => (y === 0n ? divisionByZero : checkedInt(x / y)),
        (x, y) => x / y,
      ),
    '%': (a, b) =>
      arithmetic(
        '%',
        a,
        b,
        (x, y) => (y === 0n ? divisionByZero : x % y),
        (x, y) => x % y,
      ),
  };

const divisionByZero = new RulesError('Division by zero error.');

function negated(value: RulesValue): RulesValue {
  return typeof value === 'boolean' ? !value : value;
}

function decided(decision: boolean | null): RulesValue {
  return decision ?? unknownToQuery;
}

function isEqual(a: RulesValue, b: RulesValue): RulesValue {
  if (isPartial(a)) return isPartial(b) ? unknownToQuery : partialEqual(a, b);
  if (isPartial(b)) return partialEqual(b, a);
  return equal(a, b);
}

function isPartial(value: RulesValue): value is Constraint | PartialMap {
  return value instanceof Constraint || value instanceof PartialMap;
}

function partialEqual(partial: Constraint | PartialMap, value: RulesValue): RulesValue {
  if (partial instanceof Constraint) return decided(decideEqual(partial, value));
  return isRulesMap(value) ? unknownToQuery : false;
}

const mirrored: Readonly<Record<Relation, Relation>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const ordered = ['string', 'bytes', 'int', 'float', 'duration', 'timestamp'];

function compare(a: RulesValue, relation: Relation, b: RulesValue): RulesValue {
  if (a instanceof Constraint)
    return b instanceof Constraint ? unknownToQuery : decided(decideOrder(a, relation, b));
  if (b instanceof Constraint) return decided(decideOrder(b, mirrored[relation], a));
  const position = order(a, b);
  if (position === null) {
    const expected = ordered.map((type) => `${type} ${relation} ${type}`).join(', ');
    return unsupported(relation, a, b, `${expected}, constraint ${relation} any, any ${relation} constraint`);
  }
  switch (relation) {
    case '<':
      return position < 0;
    case '<=':
      return position <= 0;
    case '>':
      return position > 0;
    case '>=':
      return position >= 0;
  }
}

function isIn(item: RulesValue, collection: RulesValue): RulesValue {
  if (collection instanceof Constraint) {
    return isPartial(item) ? unknownToQuery : decided(decideContains(collection, item));
  }
  if (collection instanceof PartialMap) {
    return typeof item === 'string' && collection.known.has(item) ? true : unknownToQuery;
  }
  if (item instanceof Constraint) return decided(decideIn(item, collection));
  if (item instanceof PartialMap) return unknownToQuery;
  if (isList(collection)) return includes(collection, item);
  if (collection instanceof RulesSet) return includes(collection.items, item);
  if (isRulesMap(collection)) return typeof item === 'string' && collection.has(item);
  return unsupported('in', item, collection, 'any in list, any in set, any in map, any in constraint');
}

function add(a: RulesValue, b: RulesValue): RulesValue {
  if (typeof a === 'string' && typeof b === 'string') return bounded(a + b);
  if (a instanceof Timestamp && b instanceof Duration)
    return timestampFromNanos(timestampToNanos(a) + durationToNanos(b));
  if (a instanceof Duration && b instanceof Timestamp)
    return timestampFromNanos(timestampToNanos(b) + durationToNanos(a));
  if (a instanceof Duration && b instanceof Duration)
    return durationFromNanos(durationToNanos(a) + durationToNanos(b));
  return arithmetic(
    '+',
    a,
    b,
    (x, y) => checkedInt(x + y),
    (x, y) => x + y,
  );
}

function subtract(a: RulesValue, b: RulesValue): RulesValue {
  if (a instanceof Timestamp && b instanceof Duration)
    return timestampFromNanos(timestampToNanos(a) - durationToNanos(b));
  if (a instanceof Timestamp && b instanceof Timestamp)
    return durationFromNanos(timestampToNanos(a) - timestampToNanos(b));
  if (a instanceof Duration && b instanceof Duration)
    return durationFromNanos(durationToNanos(a) - durationToNanos(b));
  return arithmetic(
    '-',
    a,
    b,
    (x, y) => checkedInt(x - y),
    (x, y) => x - y,
  );
}

function arithmetic(
  operator: StrictOperator,
  a: RulesValue,
  b: RulesValue,
  ints: (a: bigint, b: bigint) => RulesValue,
  floats: (a: number, b: number) => RulesValue,
): RulesValue {
  if (typeof a === 'bigint' && typeof b === 'bigint') return ints(a, b);
  if ((typeof a === 'bigint' || typeof a === 'number') && (typeof b === 'bigint' || typeof b === 'number')) {
    return floats(Number(a), Number(b));
  }
  return unsupported(operator, a, b, `int ${operator} int, float ${operator} float`);
}

function unsupported(operator: string, a: RulesValue, b: RulesValue, expected: string): RulesError {
  return new RulesError(
    `Unsupported operation error. Received: ${typeOf(a)} ${operator} ${typeOf(b)}. Expected: ${expected}.`,
  );
}

export function negate(value: RulesValue): RulesValue {
  if (typeof value === 'bigint') return checkedInt(-value);
  if (typeof value === 'number') return -value;
  if (value instanceof Duration) return durationFromNanos(-durationToNanos(value));
  return new RulesError(
    `Unsupported operation error. Received: -${typeOf(value)}. Expected: -int, -float, -duration.`,
  );
}

export function not(value: RulesValue): RulesValue {
  return typeof value === 'boolean' ? !value : notBoolean(value);
}

/** The error that a value is where a bool is needed. */
export function notBoolean(value: RulesValue): RulesError {
  if (value instanceof RulesError) return value;
  return new RulesError(`Unsupported operation error. Received: ${typeOf(value)}. Expected: bool.`);
}

export function isOfType(value: RulesValue, type: TestableType): RulesValue {
  return value instanceof Constraint ? decided(decideType(value, type)) : hasType(value, type);
}
