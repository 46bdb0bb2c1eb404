/** The syntax tree of a rules file. Every node knows the source it came from. */
import type { Span } from '../lexer/span.ts';

export type BinaryOperator =
  | '&&'
  | '||'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export type Expression =
  | {
      readonly kind: 'literal';
      readonly value: null | boolean | bigint | number | string;
      readonly span: Span;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: readonly MapEntry[]; readonly span: Span }
  | { readonly kind: 'path'; readonly segments: readonly PathPart[]; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'member';
      readonly object: Expression;
      readonly name: string;
      readonly nameSpan: Span;
      readonly span: Span;
    }
  | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression; readonly span: Span }
  | {
      readonly kind: 'slice';
      readonly object: Expression;
      readonly from: Expression;
      readonly to: Expression;
      readonly span: Span;
    }
  | {
      /** `f(x)` and, with a receiver, `x.f(y)` and `math.abs(x)`. */
      readonly kind: 'call';
      readonly receiver: Expression | null;
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'unary';
      readonly operator: '!' | '-';
      readonly operand: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'is';
      readonly operand: Expression;
      readonly type: string;
      readonly typeSpan: Span;
      readonly span: Span;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
      readonly span: Span;
    };

export interface MapEntry {
  readonly key: Expression;
  readonly value: Expression;
}

/** A segment of a path literal: text as written, or `$(expression)`. */
export type PathPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binding'; readonly expression: Expression };

/** A segment of a match pattern: text, `{name}` or `{name=**}`. */
export type PatternSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'single' | 'recursive'; readonly name: string };

export interface LetStatement {
  readonly name: string;
  readonly value: Expression;
  readonly span: Span;
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: readonly { readonly name: string; readonly span: Span }[];
  readonly lets: readonly LetStatement[];
  readonly result: Expression;
  readonly span: Span;
}

export type MethodName = 'read' | 'write' | 'get' | 'list' | 'create' | 'update' | 'delete';

export interface AllowStatement {
  readonly methods: readonly MethodName[];
  /** null: allowed without a condition. */
  readonly condition: Expression | null;
  readonly span: Span;
}

export interface MatchBlock {
  readonly pattern: readonly PatternSegment[];
  readonly functions: readonly FunctionDeclaration[];
  readonly allows: readonly AllowStatement[];
  readonly matches: readonly MatchBlock[];
  readonly span: Span;
}

export interface ServiceBlock {
  readonly name: string;
  readonly functions: readonly FunctionDeclaration[];
  readonly matches: readonly MatchBlock[];
  readonly span: Span;
}

export interface RulesFile {
  /** 1 when the file does not say. */
  readonly version: 1 | 2;
  readonly versionDeclared: boolean;
  readonly functions: readonly FunctionDeclaration[];
  readonly services: readonly ServiceBlock[];
}
