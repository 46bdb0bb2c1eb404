import { RulesError, typeError } from '../values/rules-error.ts';
import { RulesPath, toRulesPath } from '../values/rules-path.ts';
import type { RulesMap, RulesValue } from '../values/rules-value.ts';
import { maximumSegments, tooLarge } from '../values/size-limits.ts';
import { type Builtin, globalFunction, method, overload } from './builtin.ts';
import { toText } from './string-methods.ts';

export const pathBuiltins: readonly Builtin[] = [
  globalFunction(
    'path',
    'The path that a string names.',
    overload(['string'], 'path', (text) => {
      const path = toRulesPath(text);
      return path instanceof RulesPath && path.segments.length > maximumSegments ? tooLarge : path;
    }),
  ),
  globalFunction(
    'string',
    'A value as text.',
    overload(['printable'], 'string', (value) => toText(value) ?? typeError),
  ),
  globalFunction(
    'debug',
    'Its argument, unchanged.',
    overload(['any'], 'any', (value) => value),
  ),
  method(
    'bind',
    'The path with its `{name}` segments filled in from a map.',
    overload(['path', 'map'], 'path', bind),
  ),
];

/** Every key must stand in the path and every `{name}` in the map (recorded: an unused key raises). */
function bind(path: RulesPath, bindings: RulesMap): RulesValue {
  const used = new Set<string>();
  const segments: string[] = [];
  for (const segment of path.segments) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      segments.push(segment);
      continue;
    }
    const value = bindings.get(name);
    if (value === undefined) return new RulesError('Variable is not bound in path template.');
    if (typeof value === 'string') segments.push(value);
    else if (value instanceof RulesPath) segments.push(...value.segments);
    else return typeError;
    if (segments.length > maximumSegments) return tooLarge;
    used.add(name);
  }
  return used.size === bindings.size
    ? new RulesPath(segments)
    : new RulesError('Path bind error: unused binding.');
}
