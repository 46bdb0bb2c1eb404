import { compareUtf8 } from '../../values/utf8.ts';
import { identical, includes, toRulesSet } from '../values/equality.ts';
import { readStored } from '../values/read-stored.ts';
import { typeError } from '../values/rules-error.ts';
import { MapDiff, type RulesMap, RulesSet, type RulesValue } from '../values/rules-value.ts';
import { maximumLength, tooLarge } from '../values/size-limits.ts';
import { isRulesMap } from '../values/type-names.ts';
import { type Builtin, method, overload } from './builtin.ts';
import { toText } from './string-methods.ts';

type Items = readonly RulesValue[];

function itemsOf(collection: Items | RulesSet): Items {
  return collection instanceof RulesSet ? collection.items : collection;
}

function hasAll(own: Items | RulesSet, wanted: Items | RulesSet): boolean {
  return itemsOf(wanted).every((item) => includes(itemsOf(own), item));
}

function hasAny(own: Items | RulesSet, wanted: Items | RulesSet): boolean {
  return itemsOf(wanted).some((item) => includes(itemsOf(own), item));
}

function membership(name: string, doc: string, run: typeof hasAll): Builtin {
  return method(
    name,
    doc,
    overload(['list', 'list or set'], 'bool', run),
    overload(['set', 'list or set'], 'bool', run),
  );
}

export const listMethods: readonly Builtin[] = [
  method(
    'size',
    'How many items.',
    overload(['list'], 'int', (list) => BigInt(list.length)),
  ),
  method(
    'concat',
    'Both lists, one behind the other.',
    overload(['list', 'list'], 'list', (a, b) => [...a, ...b]),
  ),
  method('join', 'The items as text with a separator between.', overload(['list', 'string'], 'string', join)),
  method(
    'removeAll',
    'Without the items of another list.',
    overload(['list', 'list'], 'list', (list, gone) => list.filter((item) => !includes(gone, item))),
  ),
  method('toSet', 'The distinct items.', overload(['list'], 'set', toRulesSet)),
  membership('hasAll', 'Whether every item of the other is in this one.', hasAll),
  membership('hasAny', 'Whether some item of the other is in this one.', hasAny),
  membership('hasOnly', 'Whether every item of this one is in the other.', (own, allowed) =>
    hasAll(allowed, own),
  ),
];

function join(list: Items, separator: string): RulesValue {
  let joined = '';
  for (const [index, item] of list.entries()) {
    const text = toText(readStored(item));
    if (text === null) return typeError;
    joined += index === 0 ? text : separator + text;
    if (joined.length > maximumLength) return tooLarge;
  }
  return joined;
}

export const setMethods: readonly Builtin[] = [
  method(
    'size',
    'How many items.',
    overload(['set'], 'int', (set) => BigInt(set.items.length)),
  ),
  method(
    'difference',
    'The items that the other set lacks.',
    overload(
      ['set', 'set'],
      'set',
      (a, b) => new RulesSet(a.items.filter((item) => !includes(b.items, item))),
    ),
  ),
  method(
    'intersection',
    'The items of both sets.',
    overload(
      ['set', 'set'],
      'set',
      (a, b) => new RulesSet(a.items.filter((item) => includes(b.items, item))),
    ),
  ),
  method(
    'union',
    'The items of either set.',
    overload(['set', 'set'], 'set', (a, b) => toRulesSet([...a.items, ...b.items])),
  ),
];

export const mapMethods: readonly Builtin[] = [
  method(
    'size',
    'How many keys.',
    overload(['map'], 'int', (map) => BigInt(map.size)),
  ),
  method(
    'keys',
    'The keys as a list, in the order of their code points.',
    overload(['map'], 'list', (map) => sortedKeys(map)),
  ),
  method(
    'values',
    'The values as a list, in the order of their keys.',
    overload(['map'], 'list', (map) => sortedKeys(map).map((key) => map.get(key) ?? null)),
  ),
  method(
    'get',
    'The value of a key, or of a list of keys one inside the other; the second argument where there is none.',
    overload(['map', 'string or list', 'any'], 'any', getOrDefault),
  ),
  method(
    'diff',
    'What differs from another map.',
    overload(['map', 'map'], 'map_diff', (left, right) => new MapDiff(left, right)),
  ),
];

/** Maps have no order of their own; Google's runtime sorts before it makes a list (firebase-tools #3481 shows where). */
function sortedKeys(map: RulesMap): readonly string[] {
  return [...map.keys()].sort(compareUtf8);
}

function getOrDefault(map: RulesMap, key: string | Items, fallback: RulesValue): RulesValue {
  if (key.length === 0 && typeof key !== 'string') return typeError;
  let current: RulesValue = map;
  for (const step of typeof key === 'string' ? [key] : key) {
    if (typeof step !== 'string') return typeError;
    const next: RulesValue | undefined = isRulesMap(current) ? current.get(step) : undefined;
    if (next === undefined) return fallback;
    current = next;
  }
  return readStored(current);
}

const absentRight = (diff: MapDiff) => [...diff.left.keys()].filter((key) => !diff.right.has(key));
const absentLeft = (diff: MapDiff) => [...diff.right.keys()].filter((key) => !diff.left.has(key));
const shared = (diff: MapDiff, same: boolean) =>
  [...diff.left].flatMap(([key, value]) => {
    const other = diff.right.get(key);
    return other !== undefined && identical(value, other) === same ? [key] : [];
  });

/** "Added" is seen from the receiver: `a.diff(b).addedKeys()` are the keys in a and not in b. */
export const mapDiffMethods: readonly Builtin[] = [
  keysOf('addedKeys', 'The keys that only the receiver of diff() has.', absentRight),
  keysOf('removedKeys', 'The keys that only the argument of diff() has.', absentLeft),
  keysOf('changedKeys', 'The keys of both, with different values.', (diff) => shared(diff, false)),
  keysOf('unchangedKeys', 'The keys of both, with the same value.', (diff) => shared(diff, true)),
  keysOf('affectedKeys', 'Added, removed and changed keys.', (diff) => [
    ...absentRight(diff),
    ...absentLeft(diff),
    ...shared(diff, false),
  ]),
];

function keysOf(name: string, doc: string, keys: (diff: MapDiff) => readonly string[]): Builtin {
  return method(
    name,
    doc,
    overload(['map_diff'], 'set', (diff) => new RulesSet(keys(diff))),
  );
}
