/**
 * What can be said of a value that a query limits without fixing it. Every answer must hold for each document that
 * the query can return; null means that it cannot be said, and the caller makes that an error.
 */
import { Timestamp } from '../../values/timestamp.ts';
import type { Constraint, Known } from '../values/constraint.ts';
import { equal, identical, includes } from '../values/equality.ts';
import { order } from '../values/order.ts';
import { RulesSet, type RulesValue } from '../values/rules-value.ts';
import { isList, type TestableType, typeOf } from '../values/type-names.ts';

type Decision = boolean | null;
export type Relation = '<' | '<=' | '>' | '>=';

function firstDecision(constraint: Constraint, decide: (known: Known) => Decision): Decision {
  for (const known of constraint.known) {
    const decision = decide(known);
    if (decision !== null) return decision;
  }
  return null;
}

/** `constraint == value`. Equality is never proved (an `==` filter gives an exact value), only refuted. */
export function decideEqual(constraint: Constraint, value: RulesValue): Decision {
  return firstDecision(constraint, (known) => {
    switch (known.kind) {
      case 'not':
        return known.values.some((excluded) => isExact(excluded) && equal(excluded, value)) ? false : null;
      case 'above':
      case 'below':
        return boundRefutes(known, value) ? false : null;
      case 'contains':
        return isList(value) ? null : false;
      case 'exists':
        return null;
    }
  });
}

function boundRefutes(known: Known & { kind: 'above' | 'below' }, value: RulesValue): boolean {
  const bracket = bracketOf(known.bound);
  if (bracket === null) return false;
  if (bracketOf(value) !== bracket) return true;
  const position = reliableOrder(value, known.bound);
  if (position === null) return false;
  if (position === 0) return !known.inclusive;
  return known.kind === 'above' ? position < 0 : position > 0;
}

/** `constraint < value` and its kin. */
export function decideOrder(constraint: Constraint, relation: Relation, value: RulesValue): Decision {
  // A range that is open below may hold NaN, which Firestore sorts before all numbers and rules never find less.
  const mayBeNaN = typeof value !== 'object' && !constraint.known.some((known) => known.kind === 'above');
  return firstDecision(constraint, (known) => {
    if (known.kind !== 'above' && known.kind !== 'below') return null;
    const position = reliableOrder(known.bound, value);
    if (position === null) return null;
    const strict = position === 0 && !known.inclusive;
    if (known.kind === 'above') {
      if (relation === '>') return position > 0 || strict ? true : null;
      if (relation === '>=') return position >= 0 ? true : null;
      if (relation === '<') return position >= 0 ? false : null;
      return position > 0 || strict ? false : null;
    }
    const numeric = mayBeNaN && bracketOf(known.bound) === 'number';
    if (relation === '<') return (position < 0 || strict) && !numeric ? true : null;
    if (relation === '<=') return position <= 0 && !numeric ? true : null;
    if (relation === '>') return position <= 0 ? false : null;
    return position < 0 || strict ? false : null;
  });
}

/** `constraint is type`. */
export function decideType(constraint: Constraint, type: TestableType): Decision {
  return firstDecision(constraint, (known) => {
    if (known.kind === 'contains') return type === 'list';
    if (known.kind !== 'above' && known.kind !== 'below') return null;
    const bracket = bracketOf(known.bound);
    if (bracket === null) return null;
    if (bracket !== 'number') return type === bracket;
    return type === 'int' || type === 'float' ? null : type === 'number';
  });
}

/** `value in constraint`. */
export function decideContains(constraint: Constraint, value: RulesValue): Decision {
  return firstDecision(constraint, (known) =>
    known.kind === 'contains' && identical(known.value, value) ? true : null,
  );
}

/** `constraint in collection`. */
export function decideIn(constraint: Constraint, collection: RulesValue): Decision {
  const items = collection instanceof RulesSet ? collection.items : collection;
  if (!isList(items)) return null;
  return items.every((item) => decideEqual(constraint, item) === false) ? false : null;
}

/** `constraint.method(args)`: what array-contains proves of a list. */
export function decideMethod(constraint: Constraint, name: string, args: readonly RulesValue[]): Decision {
  const [argument = null] = args;
  const items = argument instanceof RulesSet ? argument.items : argument;
  if (args.length !== 1 || !isList(items)) return null;
  const contained = constraint.known.flatMap((known) => (known.kind === 'contains' ? [known.value] : []));
  if (contained.length === 0) return null;
  if (name === 'hasAny') return contained.some((value) => includes(items, value)) ? true : null;
  if (name === 'hasAll') return items.every((item) => includes(contained, item)) ? true : null;
  return null;
}

/** The values among which an inequality filter chooses: only those of the bound's own type. */
function bracketOf(value: RulesValue): 'number' | 'string' | 'timestamp' | 'bytes' | null {
  switch (typeOf(value)) {
    case 'int':
    case 'float':
      return 'number';
    case 'string':
      return 'string';
    case 'bytes':
      return 'bytes';
    default:
      return value instanceof Timestamp ? 'timestamp' : null;
  }
}

/** Whether no other number is equal to this one in the rules, which take an int beside a float as a float. */
function isExact(value: RulesValue): boolean {
  return typeof value === 'bigint' || typeof value === 'number'
    ? Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER
    : true;
}

/**
 * The order of two values where the rules' order and Firestore's agree. For strings they do (UTF-16 here, UTF-8
 * there) as long as neither bound goes beyond the code points below the surrogates; for numbers as long as every
 * int has a float of its own.
 */
function reliableOrder(a: RulesValue, b: RulesValue): number | null {
  if (bracketOf(a) === null || bracketOf(a) !== bracketOf(b)) return null;
  if (!isExact(a) || !isExact(b)) return null;
  if (typeof a === 'string' && typeof b === 'string' && /[\ud800-\uffff]/.test(a + b)) return null;
  const position = order(a, b);
  return position === null || Number.isNaN(position) ? null : position;
}
