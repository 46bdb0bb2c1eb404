/** `x.name`, `x[index]` and `x[from:to]`. */

import { readStored } from '../values/read-stored.ts';
import { nullValueError, propertyUndefined, RulesError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import { PartialMap, type RulesValue } from '../values/rules-value.ts';
import { isList, isRulesMap, typeOf } from '../values/type-names.ts';

export function readMember(object: RulesValue, name: string): RulesValue {
  if (isRulesMap(object)) return present(object.get(name), name);
  if (object === null) return nullValueError;
  if (object instanceof PartialMap) return present(object.known.get(name), name);
  return propertyUndefined(name);
}

function present(value: RulesValue | undefined, name: string): RulesValue {
  return value === undefined ? propertyUndefined(name) : readStored(value);
}

export function readIndex(object: RulesValue, index: RulesValue): RulesValue {
  if (typeof index === 'string' && (isRulesMap(object) || object instanceof PartialMap || object === null)) {
    return readMember(object, index);
  }
  if (typeof index === 'bigint') {
    const items = indexable(object);
    const item = items?.[Number(index)];
    if (item !== undefined) return readStored(item);
    if (items !== null) return outOfRange;
  }
  if (object === null) return nullValueError;
  return new RulesError(`Unsupported operation error. Received: ${typeOf(object)}[${typeOf(index)}].`);
}

const outOfRange = new RulesError('Index out of range error.');

function indexable(object: RulesValue): ArrayLike<RulesValue> | null {
  if (typeof object === 'string' || isList(object)) return object;
  return object instanceof RulesPath ? object.segments : null;
}

/**
 * `object[from:to]`. Stranger than it looks (recorded): the start must lie inside, the end may be the size but not
 * 0, so `[0:0]` and a slice at the very end raise while `[1:1]` is empty.
 */
export function readSlice(object: RulesValue, from: RulesValue, to: RulesValue): RulesValue {
  if ((typeof object !== 'string' && !isList(object)) || typeof from !== 'bigint' || typeof to !== 'bigint') {
    return new RulesError(
      `Unsupported operation error. Received: ${typeOf(object)}[${typeOf(from)}:${typeOf(to)}]. Expected: string[int:int], list[int:int].`,
    );
  }
  const valid =
    from >= 0n && from < BigInt(object.length) && to > 0n && to <= BigInt(object.length) && from <= to;
  return valid ? object.slice(Number(from), Number(to)) : outOfRange;
}
