/** The rules in force: one ruleset for every project, unless a project was given its own. */
import type { AccessRequest, DocumentReader, RulesIssue, Verdict } from '../rules/access.ts';
import { compileRuleset } from '../rules/compile-ruleset.ts';
import { type Coverage, createCoverage } from '../rules/coverage/create-coverage.ts';
import { evaluateAccess } from '../rules/evaluate-access.ts';
import { denialLines } from '../rules/explain/denial-lines.ts';
import { explainDenial } from '../rules/explain/explain-denial.ts';
import type { Ruleset } from '../rules/ruleset/ruleset.ts';

const ALLOWED: Verdict = { allowed: true, message: '' };

interface Entry {
  readonly ruleset: Ruleset;
  readonly coverage: Coverage;
  /** Recording what every expression gave takes time, so it is for rules under test. */
  readonly records: boolean;
}

interface Denial {
  readonly ruleset: Ruleset;
  readonly request: AccessRequest;
  readonly reader: DocumentReader;
}

export class RulesBook {
  private shared: Entry | null = null;
  private readonly own = new Map<string, Entry>();
  private denial: Denial | null = null;

  /** `recordsAlways`: record coverage for the shared rules too, not only for those of one project. */
  constructor(private readonly recordsAlways = false) {}

  /** For every project. With an error among the issues, what was in force stays. */
  load(source: string): readonly RulesIssue[] {
    const { ruleset, issues } = compileRuleset(source);
    if (ruleset) {
      this.shared = { ruleset, coverage: createCoverage(ruleset), records: this.recordsAlways };
      this.own.clear();
    }
    return issues;
  }

  /**
   * For one project, coverage recorded from here on. The same rules once more (each file of tests puts them) go on
   * with the coverage that there is. With an error among the issues, what was in force stays.
   */
  loadFor(project: string, source: string): readonly RulesIssue[] {
    const { ruleset, issues } = compileRuleset(source);
    if (ruleset && this.own.get(project)?.ruleset.source !== source) {
      this.own.set(project, { ruleset, coverage: createCoverage(ruleset), records: true });
    }
    return issues;
  }

  /** null: there are no rules. */
  coverageOf(project: string): Coverage | null {
    return this.entryOf(project)?.coverage ?? null;
  }

  /** Without any rules everything is allowed. */
  readonly authorize = (request: AccessRequest, reader: DocumentReader): Verdict => {
    const entry = this.entryOf(request.database.project);
    if (!entry) return ALLOWED;
    const { ruleset, coverage, records } = entry;
    const verdict = records
      ? evaluateAccess(ruleset, request, reader, coverage.observer)
      : evaluateAccess(ruleset, request, reader);
    // A write that could be a create or an update is asked about twice; the first time is what it really was.
    if (!verdict.allowed && !this.isSameWrite(request)) this.denial = { ruleset, request, reader };
    return verdict;
  };

  /**
   * What to log in the place of a line `denied <method> <path>: …`: one line of at most 200 characters that says at
   * which line of the rules and why, then an indented line for each allow statement where there were several or the
   * first line had to be cut. To be called for the denial that `authorize` gave last.
   */
  explain(line: string): string {
    const { denial } = this;
    this.denial = null;
    if (!denial || !line.startsWith('denied ')) return line;
    return denialLines(explainDenial(denial.ruleset, denial.request, denial.reader)).join('\n');
  }

  private isSameWrite({ method, path, time }: AccessRequest): boolean {
    const before = this.denial?.request;
    return before !== undefined && before.path === path && before.time === time && before.method !== method;
  }

  private entryOf(project: string): Entry | null {
    return this.own.get(project) ?? this.shared;
  }
}
