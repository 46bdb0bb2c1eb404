import { Scanner, type Token } from '../lexer/scanner.ts';
import type { Span } from '../lexer/span.ts';
import { SyntaxProblem } from '../lexer/syntax-problem.ts';

/** Nesting deeper than this is refused, so that no source can exhaust the stack. */
const maximumNesting = 300;

/** Where the parser stands: the next token, and what it takes to move on. */
export class Cursor {
  readonly scanner: Scanner;
  token: Token;
  previous: Span;
  private nesting = 0;

  constructor(source: string) {
    this.scanner = new Scanner(source);
    this.token = this.scanner.tokenFrom(0);
    this.previous = this.token.span;
  }

  advance(): Token {
    const taken = this.token;
    this.previous = taken.span;
    this.token = this.scanner.tokenFrom(taken.span.end);
    return taken;
  }

  /** Goes on at `offset`, after the parser has read text by itself. */
  seek(offset: number): void {
    this.previous = this.scanner.span(offset - 1, offset);
    this.token = this.scanner.tokenFrom(offset);
  }

  is(text: string): boolean {
    return (this.token.kind === 'symbol' || this.token.kind === 'identifier') && this.token.text === text;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.advance();
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw this.unexpected();
    return this.advance();
  }

  expectIdentifier(): Token {
    if (this.token.kind !== 'identifier') throw this.unexpected();
    return this.advance();
  }

  unexpected(): SyntaxProblem {
    const what = this.token.kind === 'end' ? 'end of file' : `'${this.token.text}'`;
    return new SyntaxProblem(`Unexpected ${what}.`, this.token.span);
  }

  /** Runs `parse` one level deeper. */
  nested<T>(parse: () => T): T {
    this.nesting += 1;
    if (this.nesting > maximumNesting)
      throw new SyntaxProblem('The expression is nested too deeply.', this.token.span);
    const result = parse();
    this.nesting -= 1;
    return result;
  }
}
