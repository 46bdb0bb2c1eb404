import { Decimal } from 'decimal.js';
import jsep from 'jsep';

// Only these signs, and a power that begins at its right end. jsep knows no other meaning of a sign then.
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.addBinaryOp('+', 1);
jsep.addBinaryOp('-', 1);
jsep.addBinaryOp('*', 2);
jsep.addBinaryOp('/', 2);
jsep.addBinaryOp('^', 3, true);
jsep.addUnaryOp('-');

const Exact = Decimal.clone({ precision: 40, toExpNeg: -100, toExpPos: 100 });

/** Numbers of so many digits are too long to be read. */
const digitsMax = 30;
const nodesMax = 100;
const exponentMax = 1_000;

export type Calculated =
  | { readonly value: Decimal }
  | { readonly problem: 'nonsense' | 'division-by-zero' | 'too-big' };

class Problem extends Error {
  constructor(readonly problem: 'nonsense' | 'division-by-zero' | 'too-big') {
    super(problem);
  }
}

/**
 * The value of an expression as `toExpression` makes them. Nothing is evaluated but numbers, the four signs, powers and
 * square roots; the work is bounded by the number of nodes, and by the size of every value on the way.
 */
export function calculate(expression: string): Calculated {
  let nodes = 0;
  const evaluate = (node: jsep.Expression): Decimal => {
    nodes += 1;
    if (nodes > nodesMax) throw new Problem('too-big');
    return bounded(reduced(node, evaluate));
  };
  try {
    return { value: evaluate(jsep(expression)) };
  } catch (error) {
    return { problem: error instanceof Problem ? error.problem : 'nonsense' };
  }
}

function reduced(node: jsep.Expression, evaluate: (node: jsep.Expression) => Decimal): Decimal {
  if (isNode(node, 'Literal') && typeof node.value === 'number') return new Exact(node.raw);
  if (isNode(node, 'UnaryExpression')) return evaluate(node.argument).negated();
  if (isNode(node, 'BinaryExpression')) {
    return combined(node.operator, evaluate(node.left), evaluate(node.right));
  }
  if (isNode(node, 'CallExpression') && isNode(node.callee, 'Identifier') && node.callee.name === 'sqrt') {
    const [argument] = node.arguments;
    if (argument !== undefined && node.arguments.length === 1) return evaluate(argument).sqrt();
  }
  throw new Problem('nonsense');
}

interface Nodes {
  Literal: jsep.Literal;
  UnaryExpression: jsep.UnaryExpression;
  BinaryExpression: jsep.BinaryExpression;
  CallExpression: jsep.CallExpression;
  Identifier: jsep.Identifier;
}

function isNode<Type extends keyof Nodes>(node: jsep.Expression, type: Type): node is Nodes[Type] {
  return node.type === type;
}

function combined(operator: string, left: Decimal, right: Decimal): Decimal {
  if (operator === '+') return left.plus(right);
  if (operator === '-') return left.minus(right);
  if (operator === '*') return left.times(right);
  if (operator === '/') return divided(left, right);
  return raised(left, right);
}

function divided(left: Decimal, right: Decimal): Decimal {
  if (right.isZero()) throw new Problem('division-by-zero');
  return left.dividedBy(right);
}

function raised(base: Decimal, exponent: Decimal): Decimal {
  if (base.isZero() && exponent.isNegative()) throw new Problem('division-by-zero');
  if (exponent.abs().greaterThan(exponentMax)) throw new Problem('too-big');
  return base.pow(exponent);
}

/** A root of a negative number is none that people ask for. */
function bounded(value: Decimal): Decimal {
  if (value.isNaN()) throw new Problem('nonsense');
  if (!value.isFinite() || value.abs().greaterThanOrEqualTo(`1e${digitsMax}`)) throw new Problem('too-big');
  return value;
}
