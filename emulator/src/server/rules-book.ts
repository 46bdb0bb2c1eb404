/** The rules in force: one ruleset for every project, unless a project was given its own. */
import {
  type AccessRequest,
  type DocumentReader,
  noCost,
  type RulesIssue,
  type Verdict,
} from '../rules/access.ts';
import { compileRuleset } from '../rules/compile-ruleset.ts';
import { type Coverage, createCoverage } from '../rules/coverage/create-coverage.ts';
import { evaluateAccess } from '../rules/evaluate-access.ts';
import { denialLines } from '../rules/explain/denial-lines.ts';
import { explainDenial } from '../rules/explain/explain-denial.ts';
import type { Ruleset } from '../rules/ruleset/ruleset.ts';
import { RuleCosts } from './rule-costs.ts';

const ALLOWED: Verdict = { allowed: true, message: '', cost: noCost };

interface Entry {
  readonly ruleset: Ruleset;
  readonly coverage: Coverage;
  /** Recording what every expression gave takes time, so it is for rules under test. */
  readonly records: boolean;
}

/** What to record for the rules of every project. For rules that one project was given, both are recorded always. */
export interface Recording {
  readonly coverage?: boolean;
  readonly costs?: boolean;
}

interface Denial {
  readonly ruleset: Ruleset;
  readonly request: AccessRequest;
  readonly reader: DocumentReader;
}

export class RulesBook {
  private shared: Entry | null = null;
  private readonly own = new Map<string, Entry>();
  private readonly costs = new Map<string, RuleCosts>();
  private denial: Denial | null = null;
  private loaded = () => {};

  constructor(private readonly recording: Recording = {}) {}

  /** For every project. With an error among the issues, what was in force stays. */
  load(source: string): readonly RulesIssue[] {
    const { ruleset, issues } = compileRuleset(source);
    if (ruleset) {
      this.shared = { ruleset, coverage: createCoverage(ruleset), records: this.recording.coverage === true };
      this.own.clear();
      this.loaded();
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
      this.loaded();
    }
    return issues;
  }

  /** `listener` is called whenever other rules are in force. */
  whenLoaded(listener: () => void): void {
    this.loaded = listener;
  }

  /** null: there are no rules. */
  coverageOf(project: string): Coverage | null {
    return this.entryOf(project)?.coverage ?? null;
  }

  /** null: the costs of this project's rules are not recorded. */
  costsOf(project: string): RuleCosts | null {
    if (!this.own.has(project) && this.recording.costs !== true) return null;
    const costs = this.costs.get(project) ?? new RuleCosts();
    this.costs.set(project, costs);
    return costs;
  }

  /** Without any rules everything is allowed. */
  readonly authorize = (request: AccessRequest, reader: DocumentReader): Verdict => {
    const entry = this.entryOf(request.database.project);
    if (!entry) return ALLOWED;
    const { ruleset, coverage, records } = entry;
    const verdict = records
      ? evaluateAccess(ruleset, request, reader, coverage.observer)
      : evaluateAccess(ruleset, request, reader);
    // A refused write that could be a create or an update is asked about twice; the first time is what it really was.
    if (this.isSameWrite(request)) return verdict;
    this.costsOf(request.database.project)?.record(request, verdict);
    if (!verdict.allowed) this.denial = { ruleset, request, reader };
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
