import type { FunctionDeclaration, PatternSegment } from '../parser/ast.ts';

/** Where a name leads: to a path wildcard, or to a parameter or `let` of the function around. */
export type Binding = { readonly kind: 'wildcard' | 'local'; readonly slot: number };

/** A function together with the scope in which it stands, which is the one that its body sees. */
export interface ScopedFunction {
  readonly declaration: FunctionDeclaration;
  readonly scope: Scope;
}

/**
 * The names that can be seen from one place of a rules file. Scopes nest as the blocks do; an inner name hides an
 * outer one.
 */
export class Scope {
  private readonly functions: ReadonlyMap<string, ScopedFunction>;

  private constructor(
    readonly service: string,
    private readonly outer: Scope | null,
    private readonly bindings: ReadonlyMap<string, Binding>,
    functions: readonly FunctionDeclaration[],
    private readonly wildcardCount: number,
  ) {
    this.functions = new Map(
      functions.map((declaration) => [declaration.name, { declaration, scope: this }]),
    );
  }

  static forFile(service: string, functions: readonly FunctionDeclaration[]): Scope {
    return new Scope(service, null, new Map(), functions, 0);
  }

  /** The scope of a service or match block inside this one. Wildcards are numbered from the outermost on. */
  block(pattern: readonly PatternSegment[], functions: readonly FunctionDeclaration[]): Scope {
    const bindings = new Map<string, Binding>();
    let slot = this.wildcardCount;
    for (const segment of pattern) {
      if (segment.kind === 'text') continue;
      bindings.set(segment.name, { kind: 'wildcard', slot });
      slot += 1;
    }
    return new Scope(this.service, this, bindings, functions, slot);
  }

  /** The scope inside a function of this one: its parameters, then its first `lets` bindings. */
  body(declaration: FunctionDeclaration, lets: number): Scope {
    const bindings = new Map<string, Binding>();
    for (const { name } of [...declaration.parameters, ...declaration.lets.slice(0, lets)]) {
      bindings.set(name, { kind: 'local', slot: bindings.size });
    }
    return new Scope(this.service, this, bindings, [], this.wildcardCount);
  }

  variable(name: string): Binding | null {
    return this.bindings.get(name) ?? this.outer?.variable(name) ?? null;
  }

  function(name: string): ScopedFunction | null {
    return this.functions.get(name) ?? this.outer?.function(name) ?? null;
  }
}
