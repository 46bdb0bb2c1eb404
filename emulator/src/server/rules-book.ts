/** The rules in force: one ruleset for every project, unless a project was given its own. */
import type { AccessRequest, DocumentReader, RulesIssue, Verdict } from '../rules/access.ts';
import { compileRuleset } from '../rules/compile-ruleset.ts';
import { evaluateAccess } from '../rules/evaluate-access.ts';
import type { Ruleset } from '../rules/ruleset/ruleset.ts';

const ALLOWED: Verdict = { allowed: true, message: '' };

export class RulesBook {
  private shared: Ruleset | null = null;
  private readonly own = new Map<string, Ruleset>();

  /** For every project. With an error among the issues, what was in force stays. */
  load(source: string): readonly RulesIssue[] {
    const { ruleset, issues } = compileRuleset(source);
    if (ruleset) {
      this.shared = ruleset;
      this.own.clear();
    }
    return issues;
  }

  /** For one project. With an error among the issues, what was in force stays. */
  loadFor(project: string, source: string): readonly RulesIssue[] {
    const { ruleset, issues } = compileRuleset(source);
    if (ruleset) this.own.set(project, ruleset);
    return issues;
  }

  rulesetOf(project: string): Ruleset | null {
    return this.own.get(project) ?? this.shared;
  }

  /** Without any rules everything is allowed. */
  readonly authorize = (request: AccessRequest, reader: DocumentReader): Verdict => {
    const ruleset = this.rulesetOf(request.database.project);
    return ruleset ? evaluateAccess(ruleset, request, reader) : ALLOWED;
  };
}
