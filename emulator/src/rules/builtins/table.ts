import type { Builtin } from './builtin.ts';
import { listMethods, mapDiffMethods, mapMethods, setMethods } from './collection-methods.ts';
import { hashingBuiltins } from './hashing-builtins.ts';
import { conversions, latlngBuiltins, mathBuiltins } from './number-builtins.ts';
import { pathBuiltins } from './path-builtins.ts';
import { bytesMethods, stringMethods } from './string-methods.ts';
import { durationBuiltins, timestampBuiltins } from './time-builtins.ts';

/**
 * Every function and method of the language, but for the four that look at documents (see evaluate/). Methods of
 * one name are one entry; their overloads stand in this order, which is the order in which warnings name the types.
 */
const all: readonly Builtin[] = [
  ...stringMethods,
  ...bytesMethods,
  ...listMethods,
  ...setMethods,
  ...mapMethods,
  ...mapDiffMethods,
  ...timestampBuiltins,
  ...durationBuiltins,
  ...conversions,
  ...mathBuiltins,
  ...latlngBuiltins,
  ...hashingBuiltins,
  ...pathBuiltins,
];

export const methods = merged('method');
export const functions = merged('function');

/** The names that may stand before the point of a function: `math`, `duration` … */
export const namespaces: ReadonlySet<string> = new Set(
  [...functions.keys()].flatMap((name) => (name.includes('.') ? [name.slice(0, name.indexOf('.'))] : [])),
);

function merged(kind: Builtin['kind']): ReadonlyMap<string, Builtin> {
  const table = new Map<string, Builtin>();
  for (const entry of all) {
    if (entry.kind !== kind) continue;
    const known = table.get(entry.name);
    table.set(
      entry.name,
      known === undefined
        ? entry
        : { ...known, doc: `${known.doc} ${entry.doc}`, overloads: [...known.overloads, ...entry.overloads] },
    );
  }
  return table;
}
