import { spanning } from '../lexer/span.ts';
import { SyntaxProblem } from '../lexer/syntax-problem.ts';
import type {
  AllowStatement,
  FunctionDeclaration,
  LetStatement,
  MatchBlock,
  MethodName,
  RulesFile,
  ServiceBlock,
} from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parsePattern } from './parse-path.ts';

/** Parses a whole rules file. Throws a `SyntaxProblem` at the first mistake. */
export function parseRulesFile(source: string): RulesFile {
  const cursor = new Cursor(source);
  const version = parseVersion(cursor);
  const functions: FunctionDeclaration[] = [];
  const services: ServiceBlock[] = [];
  while (cursor.token.kind !== 'end') {
    if (cursor.is('function')) functions.push(parseFunction(cursor));
    else if (cursor.is('service')) services.push(parseService(cursor));
    else throw cursor.unexpected();
  }
  if (services.length === 0) throw new SyntaxProblem("Missing 'service' block.", cursor.token.span);
  return { version: version ?? 1, versionDeclared: version !== null, functions, services };
}

function parseVersion(cursor: Cursor): 1 | 2 | null {
  if (!cursor.accept('rules_version')) return null;
  cursor.expect('=');
  const { token } = cursor;
  if (token.kind !== 'string') throw cursor.unexpected();
  if (token.value !== '1' && token.value !== '2') {
    throw new SyntaxProblem(`Invalid rules_version '${token.value}'. Expected one of '1', '2'.`, token.span);
  }
  cursor.advance();
  cursor.accept(';');
  return token.value === '2' ? 2 : 1;
}

function parseService(cursor: Cursor): ServiceBlock {
  const start = cursor.expect('service').span;
  let name = cursor.expectIdentifier().text;
  while (cursor.accept('.')) name += `.${cursor.expectIdentifier().text}`;
  cursor.expect('{');
  const functions: FunctionDeclaration[] = [];
  const matches: MatchBlock[] = [];
  while (!cursor.is('}')) {
    if (cursor.is('function')) functions.push(parseFunction(cursor));
    else if (cursor.is('match')) matches.push(parseMatch(cursor));
    else throw cursor.unexpected();
  }
  const close = cursor.advance();
  return { name, functions, matches, span: spanning(start, close.span) };
}

function parseMatch(cursor: Cursor): MatchBlock {
  return cursor.nested(() => {
    const start = cursor.expect('match').span;
    const pattern = parsePattern(cursor);
    cursor.expect('{');
    const functions: FunctionDeclaration[] = [];
    const allows: AllowStatement[] = [];
    const matches: MatchBlock[] = [];
    while (!cursor.is('}')) {
      if (cursor.is('function')) functions.push(parseFunction(cursor));
      else if (cursor.is('match')) matches.push(parseMatch(cursor));
      else if (cursor.is('allow')) allows.push(parseAllow(cursor));
      else throw cursor.unexpected();
    }
    const close = cursor.advance();
    return { pattern, functions, allows, matches, span: spanning(start, close.span) };
  });
}

const methodNames: readonly MethodName[] = ['read', 'write', 'get', 'list', 'create', 'update', 'delete'];

function parseAllow(cursor: Cursor): AllowStatement {
  const start = cursor.expect('allow').span;
  const methods: MethodName[] = [];
  do {
    const method = methodNames.find((name) => cursor.is(name));
    if (method === undefined) throw cursor.unexpected();
    cursor.advance();
    methods.push(method);
  } while (cursor.accept(','));
  let condition = null;
  if (cursor.accept(':')) {
    cursor.expect('if');
    if (cursor.is(';') || cursor.is('}')) {
      throw new SyntaxProblem("Missing conditional expression after 'if'.", cursor.token.span);
    }
    condition = parseExpression(cursor);
  }
  const span = spanning(start, cursor.previous);
  cursor.accept(';');
  return { methods, condition, span };
}

function parseFunction(cursor: Cursor): FunctionDeclaration {
  const start = cursor.expect('function').span;
  const name = cursor.expectIdentifier();
  cursor.expect('(');
  const parameters: { name: string; span: typeof start }[] = [];
  if (!cursor.is(')')) {
    do {
      const parameter = cursor.expectIdentifier();
      parameters.push({ name: parameter.text, span: parameter.span });
    } while (cursor.accept(','));
  }
  cursor.expect(')');
  cursor.expect('{');
  const lets: LetStatement[] = [];
  while (cursor.is('let')) lets.push(parseLet(cursor));
  cursor.expect('return');
  const result = parseExpression(cursor);
  cursor.accept(';');
  const close = cursor.expect('}');
  return {
    name: name.text,
    nameSpan: name.span,
    parameters,
    lets,
    result,
    span: spanning(start, close.span),
  };
}

function parseLet(cursor: Cursor): LetStatement {
  const start = cursor.expect('let').span;
  const name = cursor.expectIdentifier().text;
  cursor.expect('=');
  const value = parseExpression(cursor);
  if (!cursor.accept(';'))
    throw new SyntaxProblem(`missing ';' at '${cursor.token.text}'`, cursor.token.span);
  return { name, value, span: spanning(start, value.span) };
}
