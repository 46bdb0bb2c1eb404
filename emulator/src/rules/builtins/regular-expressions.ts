import { RE2JS } from 're2js';
import { RulesError } from '../values/rules-error.ts';
import { maximumLength, tooLarge } from '../values/size-limits.ts';
import { expandPart, parseReplacement } from './replacement.ts';

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

/** Replaces every match; see `parseReplacement` for what `replacement` may say. */
export function replaceAll(text: string, pattern: string, replacement: string): string | RulesError {
  const compiled = compilePattern(pattern);
  if (compiled === null) return new RulesError(invalidPattern(pattern));
  const matcher = compiled.matcher(text);
  const parts = parseReplacement(replacement, compiled);
  let replaced = '';
  let last = 0;
  while (matcher.find()) {
    if (parts === null) return new RulesError(`Invalid replacement. Replacement: ${replacement}.`);
    replaced += text.slice(last, matcher.start());
    for (const part of parts) {
      replaced += expandPart(part, matcher);
      if (replaced.length > maximumLength) return tooLarge;
    }
    last = matcher.end();
  }
  return replaced + text.slice(last);
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
