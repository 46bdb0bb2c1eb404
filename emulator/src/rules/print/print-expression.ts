import type { BinaryOperator, Expression, PathPart } from '../parser/ast.ts';
import { precedence } from '../parser/parse-expression.ts';

/** How tightly an expression holds together; an operand that holds less tightly than its place needs parentheses. */
const conditionalLevel = -1;
const unaryLevel = precedence.length;
const postfixLevel = unaryLevel + 1;

function levelOf(node: Expression): number {
  switch (node.kind) {
    case 'conditional':
      return conditionalLevel;
    case 'binary':
      return levelOfOperator(node.operator);
    case 'is':
      return levelOfOperator('is');
    case 'unary':
      return unaryLevel;
    default:
      return postfixLevel;
  }
}

function levelOfOperator(operator: BinaryOperator | 'is'): number {
  return precedence.findIndex((operators) => operators.includes(operator));
}

/** Source that parses to the same tree. On one line, with no more parentheses than that takes. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return printLiteral(node.value);
    case 'variable':
      return node.name;
    case 'list':
      return `[${printAll(node.items)}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${printExpression(key)}: ${printExpression(value)}`).join(', ')}}`;
    case 'path':
      return node.segments.map(printPathPart).join('');
    case 'member':
      return `${printReceiver(node.object)}.${node.name}`;
    case 'index':
      return `${printReceiver(node.object)}[${printExpression(node.index)}]`;
    case 'slice':
      return `${printReceiver(node.object)}[${printExpression(node.from)}:${printExpression(node.to)}]`;
    case 'call': {
      const receiver = node.receiver === null ? '' : `${printReceiver(node.receiver)}.`;
      return `${receiver}${node.name}(${printAll(node.args)})`;
    }
    case 'unary':
      return `${node.operator}${printAt(node.operand, unaryLevel)}`;
    case 'is':
      return `${printAt(node.operand, levelOf(node))} is ${node.type}`;
    case 'binary': {
      const level = levelOf(node);
      return `${printAt(node.left, level)} ${node.operator} ${printAt(node.right, level + 1)}`;
    }
    case 'conditional': {
      const { condition, whenTrue, whenFalse } = node;
      return `${printAt(condition, 0)} ? ${printExpression(whenTrue)} : ${printExpression(whenFalse)}`;
    }
  }
}

function printAll(nodes: readonly Expression[]): string {
  return nodes.map(printExpression).join(', ');
}

function printAt(node: Expression, level: number): string {
  const text = printExpression(node);
  return levelOf(node) < level ? `(${text})` : text;
}

/** `2.size()` would read as the float `2.`; and a path would swallow nothing, but reads better in parentheses. */
function printReceiver(node: Expression): string {
  const needed = levelOf(node) < postfixLevel || node.kind === 'path' || isInt(node);
  return needed ? `(${printExpression(node)})` : printExpression(node);
}

function isInt(node: Expression): boolean {
  return node.kind === 'literal' && typeof node.value === 'bigint';
}

function printPathPart(part: PathPart): string {
  return part.kind === 'text' ? `/${part.text}` : `/$(${printExpression(part.expression)})`;
}

function printLiteral(value: null | boolean | bigint | number | string): string {
  if (typeof value === 'string') return printString(value);
  if (typeof value !== 'number') return String(value);
  const text = String(value);
  return /^[0-9]+$/.test(text) ? `${text}.0` : text;
}

const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function printString(text: string): string {
  let printed = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    const code = char.charCodeAt(0);
    const plain = code >= 0x20 && code < 0x7f;
    printed += escapes[char] ?? (plain ? char : `\\u${code.toString(16).padStart(4, '0')}`);
  }
  return `'${printed}'`;
}
