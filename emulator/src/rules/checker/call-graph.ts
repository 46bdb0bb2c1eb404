import { resolveCall } from '../evaluate/compile-call.ts';
import type { Scope, ScopedFunction } from '../evaluate/scope.ts';
import type { Expression, FunctionDeclaration } from '../parser/ast.ts';
import { childrenOf } from '../parser/children.ts';
import type { Issues } from './issues.ts';

/** A function may be called at this depth below the first one. */
const maximumDepth = 20;

/** Who calls whom: finds recursion, chains that are too deep, and functions that nothing calls. */
export class CallGraph {
  private readonly declared: ScopedFunction[] = [];
  private readonly called = new Set<FunctionDeclaration>();
  private readonly depths = new Map<FunctionDeclaration, number>();
  /** Whether the functions being walked can run: only then does their depth matter. */
  private reached = true;

  constructor(private readonly issues: Issues) {}

  declare(target: ScopedFunction): void {
    this.declared.push(target);
  }

  /** Follows every call from an allow condition. */
  walk(node: Expression, scope: Scope, stack: readonly FunctionDeclaration[] = []): void {
    if (node.kind === 'call') {
      const callee = resolveCall(node, scope);
      if (callee.kind === 'declared') {
        this.called.add(callee.target.declaration);
        this.enter(callee.target, stack);
      }
    }
    for (const child of childrenOf(node)) this.walk(child, scope, stack);
  }

  /** Looks at what no condition reaches, once every condition has been walked. */
  finish(): void {
    this.reached = false;
    for (const target of this.declared) {
      const { declaration } = target;
      if (this.depths.has(declaration)) continue;
      this.enter(target, []);
    }
    for (const { declaration } of this.declared) {
      if (!this.called.has(declaration)) {
        this.issues.warning(declaration.nameSpan, `Unused function: ${declaration.name}.`);
      }
    }
  }

  private enter({ declaration, scope }: ScopedFunction, stack: readonly FunctionDeclaration[]): void {
    if (stack.includes(declaration)) {
      this.issues.error(declaration.nameSpan, 'Recursive call is not allowed.');
      return;
    }
    if (this.reached && stack.length > maximumDepth) {
      const names = stack.map(({ name }) => name).join('->');
      this.issues.error(
        declaration.nameSpan,
        `Maximum allowed call depth of ${maximumDepth} is reached for [${names}] call stack.`,
      );
      return;
    }
    const known = this.depths.get(declaration);
    if (known !== undefined && known >= stack.length) return;
    this.depths.set(declaration, stack.length);
    const inner = [...stack, declaration];
    for (const [index, { value }] of declaration.lets.entries()) {
      this.walk(value, scope.body(declaration, index), inner);
    }
    this.walk(declaration.result, scope.body(declaration, declaration.lets.length), inner);
  }
}
