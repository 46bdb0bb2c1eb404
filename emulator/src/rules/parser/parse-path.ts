import type { Expression, PathPart, PatternSegment } from './ast.ts';
import type { Cursor } from './cursor.ts';

const pathText = /[A-Za-z0-9_-]+/y;
const parenthesised = /\([A-Za-z0-9_-]+\)/y;
const patternText = /[^\s/{}]+/y;
const wildcard = /\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=\s*\*{1,2})?\s*\}/y;

/** A path literal in an expression, `/a/$(b)/(default)`; the cursor stands at its first slash. */
export function parsePathLiteral(
  cursor: Cursor,
  parseExpression: (cursor: Cursor) => Expression,
): Expression {
  const { scanner } = cursor;
  const start = cursor.token.span;
  const segments: PathPart[] = [];
  let at = start.start;
  while (scanner.source[at] === '/' && !isComment(scanner.source, at)) {
    at += 1;
    if (scanner.source.startsWith('$(', at)) {
      cursor.seek(at + 2);
      const expression = parseExpression(cursor);
      if (!cursor.is(')')) throw cursor.unexpected();
      segments.push({ kind: 'binding', expression });
      at = cursor.token.span.end;
      continue;
    }
    const text = scanner.textAt(at, pathText) || scanner.textAt(at, parenthesised);
    if (text === '') {
      throw scanner.problem("Forward slash '/' found where identifier or binding expected.", at - 1);
    }
    segments.push({ kind: 'text', text });
    at += text.length;
  }
  if (segments.length === 0) throw cursor.unexpected();
  cursor.seek(at);
  return { kind: 'path', segments, span: { ...start, end: at } };
}

/** A match pattern, `/a/{b}/{rest=**}`; the cursor stands at its first slash. */
export function parsePattern(cursor: Cursor): PatternSegment[] {
  const { scanner } = cursor;
  if (!cursor.is('/')) throw scanner.problem("Missing '/' at the start of a path.", cursor.token.span.start);
  const segments: PatternSegment[] = [];
  let at = cursor.token.span.start;
  while (scanner.source[at] === '/' && !isComment(scanner.source, at)) {
    at += 1;
    const bound = scanner.textAt(at, wildcard);
    if (bound !== '') {
      const [, name = '', marker = ''] = /\{\s*(\w+)\s*(=\s*\*+)?/.exec(bound) ?? [];
      segments.push({ kind: marker.includes('**') ? 'recursive' : 'single', name });
      at += bound.length;
      continue;
    }
    const text = scanner.textAt(at, patternText);
    if (text === '') throw scanner.problem('Missing a path segment after a slash.', at - 1);
    segments.push({ kind: 'text', text });
    at += text.length;
  }
  cursor.seek(at);
  return segments;
}

function isComment(source: string, at: number): boolean {
  return source[at + 1] === '/' || source[at + 1] === '*';
}
