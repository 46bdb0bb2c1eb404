import type { EvaluationObserver } from '../access.ts';
import type { Expression } from '../parser/ast.ts';
import { childrenOf } from '../parser/children.ts';
import { rootExpressions } from '../parser/root-expressions.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { coverageHtml } from './coverage-html.ts';
import type { CoverageReport, ReportEntry } from './report.ts';
import { type TypedJson, toTypedJson } from './typed-json.ts';

/** Different values kept for one expression; what comes after is counted under the last one seen. */
const distinctValues = 50;

export interface Coverage {
  /** Hand this to `evaluateAccess`. */
  readonly observer: EvaluationObserver;
  /** As `GET /emulator/v1/projects/P:ruleCoverage` answers. */
  report(fileName?: string): CoverageReport;
  /** As `:ruleCoverage.html` answers: the source, each expression with the values it had. */
  html(fileName?: string): string;
}

interface Seen {
  readonly value: TypedJson;
  count: number;
}

/** The different values of one expression: by themselves when simple, by what they print as when not. */
interface Tally {
  readonly values: Map<unknown, Seen>;
  last: Seen | null;
}

/** Counts the values of every expression of a ruleset while it is evaluated. */
export function createCoverage(ruleset: Ruleset): Coverage {
  const tallies = new Map<Expression, Tally>();
  const toEntry = (node: Expression, fileName: string): ReportEntry => {
    const tally = tallies.get(node);
    const children = childrenOf(node).map((child) => toEntry(child, fileName));
    return {
      sourcePosition: {
        fileName,
        line: node.span.line,
        column: node.span.column,
        currentOffset: node.span.start,
        endOffset: node.span.end,
      },
      ...(tally === undefined ? {} : { values: [...tally.values.values()].map((seen) => ({ ...seen })) }),
      ...(children.length === 0 ? {} : { children }),
    };
  };
  const report = (fileName = 'firestore.rules'): CoverageReport => ({
    rules: { files: [{ name: fileName, content: ruleset.source }] },
    report: rootExpressions(ruleset.file).map((node) => toEntry(node, fileName)),
  });
  return {
    observer: { record: (node, value) => record(tallies, node, value) },
    report,
    html: (fileName) => coverageHtml(report(fileName)),
  };
}

function record(tallies: Map<Expression, Tally>, node: Expression, value: RulesValue): void {
  let tally = tallies.get(node);
  if (tally === undefined) {
    tally = { values: new Map(), last: null };
    tallies.set(node, tally);
  }
  const { values } = tally;
  const simple = value === null || typeof value !== 'object';
  const isFull = values.size >= distinctValues;
  // Writing a large value down takes far longer than evaluating does, so it is not done for one that is not kept.
  const typed = simple || isFull ? null : toTypedJson(value);
  const key = typed === null ? value : JSON.stringify(typed);
  const seen = simple || !isFull ? values.get(key) : undefined;
  if (seen !== undefined) seen.count += 1;
  else if (isFull && tally.last !== null) tally.last.count += 1;
  else {
    tally.last = { value: typed ?? toTypedJson(value), count: 1 };
    values.set(key, tally.last);
  }
}
