import type { Method } from '../access.ts';
import { compileExpression } from '../evaluate/compile-expression.ts';
import type { Compiler } from '../evaluate/compiler.ts';
import type { Evaluate } from '../evaluate/context.ts';
import { Scope } from '../evaluate/scope.ts';
import type {
  AllowStatement,
  Expression,
  MatchBlock,
  MethodName,
  PatternSegment,
  RulesFile,
} from '../parser/ast.ts';
import type { CompiledAllow, CompiledMatch, Ruleset } from './ruleset.ts';

const expansions: Readonly<Record<MethodName, readonly Method[]>> = {
  read: ['get', 'list'],
  write: ['create', 'update', 'delete'],
  get: ['get'],
  list: ['list'],
  create: ['create'],
  update: ['update'],
  delete: ['delete'],
};

/** Compiles a checked file: match blocks flattened with their whole pattern, `read` and `write` expanded. */
export function linkRuleset(source: string, file: RulesFile): Ruleset {
  const plain: Compiler = { wrap: (_node, evaluate) => evaluate, functions: new Map() };
  const observed: Compiler = { wrap: observe, functions: new Map() };
  const services = new Map<string, CompiledMatch[]>();
  for (const service of file.services) {
    const matches = services.get(service.name) ?? [];
    services.set(service.name, matches);
    const scope = Scope.forFile(service.name, file.functions).block([], service.functions);
    const visit = (block: MatchBlock, outerPattern: readonly PatternSegment[], outer: Scope): void => {
      const inner = outer.block(block.pattern, block.functions);
      const pattern = [...outerPattern, ...block.pattern];
      const allows = block.allows.map((statement) => linkAllow(statement, inner, plain, observed));
      if (allows.length > 0) matches.push({ pattern, allows });
      for (const nested of block.matches) visit(nested, pattern, inner);
    };
    for (const block of service.matches) visit(block, [], scope);
  }
  return { source, file, version: file.version, services };
}

function linkAllow(
  statement: AllowStatement,
  scope: Scope,
  plain: Compiler,
  observed: Compiler,
): CompiledAllow {
  const { condition } = statement;
  return {
    statement,
    methods: new Set(statement.methods.flatMap((name) => expansions[name])),
    // Google's emulator names the line of the condition, where that is not the line of `allow`.
    line: condition?.span.line ?? statement.span.line,
    condition: condition && compileExpression(condition, scope, plain),
    observed: condition && compileExpression(condition, scope, observed),
  };
}

function observe(node: Expression, evaluate: Evaluate): Evaluate {
  return (context) => {
    const value = evaluate(context);
    context.observer?.record(node, value);
    return value;
  };
}
