import type { PatternSegment } from '../parser/ast.ts';
import { unknownToQuery } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesValue } from '../values/rules-value.ts';

/** A segment that stands for any one document id (in `list`). */
export const anyId: unique symbol = Symbol('any id');
/** A stretch of any length, down from a collection group's parent: only `{x=**}` can cover it. */
export const anyDepth: unique symbol = Symbol('any depth');

export type RequestSegment = string | typeof anyId | typeof anyDepth;

/**
 * The wildcards' values for each way in which `pattern` covers the whole of `path`; empty when it does not. In
 * version 2 `{x=**}` covers nothing, too; in version 1 at least one segment, only at the end, and no collection group.
 */
export function matchPath(
  pattern: readonly PatternSegment[],
  path: readonly RequestSegment[],
  version: 1 | 2,
): readonly (readonly RulesValue[])[] {
  const found: (readonly RulesValue[])[] = [];
  if (couldMatch(pattern, path)) collect(pattern, 0, path, 0, version, [], found);
  return found;
}

/** Rules out most patterns at once: the first segment that is text on both sides must agree. */
function couldMatch(pattern: readonly PatternSegment[], path: readonly RequestSegment[]): boolean {
  for (let index = 0; index < pattern.length; index += 1) {
    const segment = pattern[index];
    if (segment === undefined || segment.kind === 'recursive') return true;
    if (segment.kind === 'text' && segment.text !== path[index]) return false;
  }
  return pattern.length === path.length;
}

function collect(
  pattern: readonly PatternSegment[],
  patternAt: number,
  path: readonly RequestSegment[],
  pathAt: number,
  version: 1 | 2,
  bound: readonly RulesValue[],
  found: (readonly RulesValue[])[],
): void {
  const segment = pattern[patternAt];
  if (segment === undefined) {
    if (pathAt === path.length) found.push(bound);
    return;
  }
  if (segment.kind === 'recursive') {
    if (version === 1 && (patternAt !== pattern.length - 1 || path.includes(anyDepth))) return;
    for (let end = version === 1 ? pathAt + 1 : pathAt; end <= path.length; end += 1) {
      collect(
        pattern,
        patternAt + 1,
        path,
        end,
        version,
        [...bound, covered(path.slice(pathAt, end))],
        found,
      );
    }
    return;
  }
  const actual = path[pathAt];
  if (actual === undefined || actual === anyDepth) return;
  if (segment.kind === 'text') {
    if (segment.text === actual) collect(pattern, patternAt + 1, path, pathAt + 1, version, bound, found);
    return;
  }
  const value = typeof actual === 'string' ? actual : unknownToQuery;
  collect(pattern, patternAt + 1, path, pathAt + 1, version, [...bound, value], found);
}

function covered(segments: readonly RequestSegment[]): RulesValue {
  const known = segments.filter((segment) => typeof segment === 'string');
  return known.length === segments.length ? new RulesPath(known) : unknownToQuery;
}
