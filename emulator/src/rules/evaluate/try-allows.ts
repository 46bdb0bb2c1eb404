import type { Method } from '../access.ts';
import { matchPath, type RequestSegment } from '../ruleset/match-path.ts';
import type { CompiledAllow, Ruleset } from '../ruleset/ruleset.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { tooManyExpressions } from './compile-expression.ts';
import type { Context } from './context.ts';

/** An allow statement that was tried, and what its condition came to: `true` for at most the last. */
export interface Attempt {
  readonly allow: CompiledAllow;
  readonly value: RulesValue;
}

export interface Trial {
  readonly allowed: boolean;
  readonly attempts: readonly Attempt[];
  /** How many expressions were evaluated. */
  readonly expressions: number;
}

/** Tries the allow statements that cover `path` and `method`, in the order of the source, until one is true. */
export function tryAllows(
  ruleset: Ruleset,
  service: string,
  path: readonly RequestSegment[],
  method: Method,
  context: Context,
): Trial {
  const budget = context.expressionsLeft;
  const attempts: Attempt[] = [];
  const trial = (allowed: boolean): Trial => {
    return { allowed, attempts, expressions: budget - Math.max(context.expressionsLeft, 0) };
  };
  for (const { pattern, allows } of ruleset.services.get(service) ?? []) {
    for (const wildcards of matchPath(pattern, path, ruleset.version)) {
      context.wildcards = wildcards;
      for (const allow of allows) {
        if (!allow.methods.has(method)) continue;
        const value = evaluateCondition(allow, context);
        attempts.push({ allow, value });
        if (value === true) return trial(true);
      }
    }
  }
  return trial(false);
}

function evaluateCondition(allow: CompiledAllow, context: Context): RulesValue {
  const condition = context.observer === null ? allow.condition : allow.observed;
  if (condition === null) return true;
  const value = condition(context);
  // The budget is for the whole request: once it is spent, no `||` may absorb that.
  return context.expressionsLeft < 0 ? tooManyExpressions : value;
}
