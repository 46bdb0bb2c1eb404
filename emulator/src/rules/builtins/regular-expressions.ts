import { RE2JS } from 're2js';
import { RulesError } from '../values/rules-error.ts';

/** Compiled patterns, newest last; a pattern made from data must not make the cache grow without end. */
const cache = new Map<string, RE2JS | null>();
const cacheSize = 500;

/** The pattern compiled, or null when RE2 refuses it. */
export function compilePattern(pattern: string): RE2JS | null {
  const cached = cache.get(pattern);
  if (cached !== undefined) return cached;
  let compiled: RE2JS | null;
  try {
    compiled = RE2JS.compile(pattern);
  } catch {
    compiled = null;
  }
  if (cache.size >= cacheSize) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

export function invalidPattern(pattern: string): string {
  return `Invalid regular expression pattern. Pattern: ${pattern}.`;
}

/** Whether the whole of `text` matches. */
export function matches(text: string, pattern: string): boolean | RulesError {
  const compiled = compilePattern(pattern);
  return compiled === null ? new RulesError(invalidPattern(pattern)) : compiled.matches(text);
}

/** Replaces every match; `$1` in `replacement` is the first group, `${name}` a named one, and `\\` quotes what follows. */
export function replaceAll(text: string, pattern: string, replacement: string): string | RulesError {
  const compiled = compilePattern(pattern);
  if (compiled === null) return new RulesError(invalidPattern(pattern));
  try {
    return compiled.matcher(text).replaceAll(withLooseEnds(replacement), true);
  } catch {
    return new RulesError(`Invalid replacement. Replacement: ${replacement}.`);
  }
}

/** RE2/J, which Google's runtime uses, takes a `$` that names no group and a last `\\` as they are; our port raises. */
function withLooseEnds(replacement: string): string {
  return replacement.replace(/\\(?:[\s\S]|$)|\$(?![0-9{])/g, (found) =>
    found.length === 1 ? `\\${found}` : found,
  );
}

/**
 * Cuts `text` at every match. An empty match at the very start cuts too (recorded: `'abc'.split('')` is not
 * `['a', 'b', 'c']`); empty pieces at the end are dropped, which leaves nothing of text that is all separators.
 */
export function split(text: string, pattern: string): string[] | RulesError {
  const compiled = compilePattern(pattern);
  if (compiled === null) return new RulesError(invalidPattern(pattern));
  const matcher = compiled.matcher(text);
  const pieces: string[] = [];
  let last = 0;
  while (matcher.find()) {
    pieces.push(text.slice(last, matcher.start()));
    last = matcher.end();
  }
  pieces.push(text.slice(last));
  while (pieces.at(-1) === '') pieces.pop();
  return pieces;
}
