import { readStringLiteral } from './read-string-literal.ts';
import type { Span } from './span.ts';
import { SyntaxProblem } from './syntax-problem.ts';

export type Token = { readonly span: Span; readonly text: string } & (
  | { readonly kind: 'identifier' | 'symbol' | 'end' | 'float' }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'string'; readonly value: string }
);

const identifierPattern = /[A-Za-z_][A-Za-z0-9_]*/y;
// An integer followed by a point is the start of a float, even in `2.join()`: Google's compiler refuses that too.
const numberPattern = /[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?/y;
const blankPattern = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const symbols = ['&&', '||', '==', '!=', '<=', '>=', ...'{}()[].,;:?<>+-*/%!=$'];

/**
 * Cuts source into tokens on demand. On demand, because only the parser knows whether a `/` divides or begins a
 * path, whose text follows other rules: see `seek` and `textAt`.
 */
export class Scanner {
  private readonly lineStarts: number[] = [0];

  constructor(readonly source: string) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
      this.lineStarts.push(at + 1);
  }

  /** The token at or after `offset`. Throws a `SyntaxProblem` for text that is no token. */
  tokenFrom(offset: number): Token {
    const start = this.skipBlank(offset);
    if (start >= this.source.length) return { kind: 'end', text: '<EOF>', span: this.span(start, start) };
    const identifier = this.textAt(start, identifierPattern);
    if (identifier !== '')
      return { kind: 'identifier', text: identifier, span: this.span(start, start + identifier.length) };
    const number = this.textAt(start, numberPattern);
    if (number !== '') return this.numberToken(number, start);
    const char = this.source[start];
    if (char === "'" || char === '"') {
      const { value, end } = readStringLiteral(this.source, start, (message, at) =>
        this.problem(message, at),
      );
      return { kind: 'string', value, text: this.source.slice(start, end), span: this.span(start, end) };
    }
    const symbol = symbols.find((candidate) => this.source.startsWith(candidate, start));
    if (symbol === undefined) throw this.problem(`Unexpected '${char}'.`, start);
    return { kind: 'symbol', text: symbol, span: this.span(start, start + symbol.length) };
  }

  /** The text that `pattern` (sticky) matches exactly at `offset`, or ''. */
  textAt(offset: number, pattern: RegExp): string {
    pattern.lastIndex = offset;
    return pattern.exec(this.source)?.[0] ?? '';
  }

  skipBlank(offset: number): number {
    const end = offset + this.textAt(offset, blankPattern).length;
    if (this.source.startsWith('/*', end)) throw this.problem('Unterminated comment.', end);
    return end;
  }

  span(start: number, end: number): Span {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return { start, end, line: low + 1, column: start - (this.lineStarts[low] ?? 0) + 1 };
  }

  problem(message: string, offset: number): SyntaxProblem {
    return new SyntaxProblem(message, this.span(offset, offset));
  }

  private numberToken(text: string, start: number): Token {
    const span = this.span(start, start + text.length);
    if (/^[0-9]+$/.test(text)) return { kind: 'int', value: BigInt(text), text, span };
    return { kind: 'float', text, span };
  }
}
