import type { Span } from './span.ts';

/** Thrown by the lexer and the parser at the first mistake; `parseRulesFile` turns it into an issue. */
export class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly at: Pick<Span, 'line' | 'column'>,
  ) {
    super(message);
    this.name = 'SyntaxProblem';
  }
}
