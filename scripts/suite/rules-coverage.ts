import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type AllowCoverage, allowCoverage } from '../../emulator/src/rules/coverage/allow-coverage.ts';
import { coverageHtml } from '../../emulator/src/rules/coverage/coverage-html.ts';
import type { CoverageReport } from '../../emulator/src/rules/coverage/report.ts';
import { UserError } from '../user-error.ts';
import type { Suite } from './launch.ts';

/** The project that the rules tests keep their documents in (rules/world.ts). */
const rulesTestProject = 'demo-rules';

/** One rules file, and what each of its allow statements was seen to give. */
export interface FileCoverage {
  readonly name: string;
  readonly allows: readonly AllowCoverage[];
  /** The whole source as a page, each expression with the values it had. */
  readonly page: string;
}

/**
 * What the rules tests have asked of both rules files, in a suite that still runs. Google's Storage program gives no
 * coverage: there, only Firestore's is read. Throws a sentence when a file was not asked anything.
 */
export async function readRulesCoverage(root: string, suite: Suite): Promise<readonly FileCoverage[]> {
  const reports = [await firestoreReport(suite)];
  if (suite.storageCoveragePath !== null) reports.push(storageReport(root, suite.storageCoveragePath));
  return reports.map((report) => ({
    name: report.rules.files[0]?.name ?? '',
    allows: allowCoverage(report),
    page: coverageHtml(report),
  }));
}

async function firestoreReport(suite: Suite): Promise<CoverageReport> {
  const url = `http://127.0.0.1:${suite.ports.firestore}/emulator/v1/projects/${rulesTestProject}:ruleCoverage`;
  const response = await fetch(url);
  if (!response.ok)
    throw new UserError('The Firestore rules were not asked anything. Did the rules tests run?');
  return (await response.json()) as CoverageReport;
}

/** Tests put other rules in place too, to get past ours; the report wanted is that of the file as it is. */
function storageReport(root: string, path: string): CoverageReport {
  const source = readFileSync(join(root, 'storage.rules'), 'utf8');
  let reports: readonly CoverageReport[];
  try {
    reports = JSON.parse(readFileSync(path, 'utf8')) as readonly CoverageReport[];
  } catch {
    reports = [];
  }
  const report = reports.find(({ rules }) => rules.files[0]?.content === source);
  if (report === undefined)
    throw new UserError('storage.rules was not asked anything. Did the rules tests run?');
  return report;
}

const isCovered = ({ seenTrue, seenFalse }: AllowCoverage) => seenTrue > 0 && seenFalse > 0;

/** Whether each condition has been true and has been false. An error counts as neither. */
export function isWhole(files: readonly FileCoverage[]): boolean {
  return files.every(({ allows }) => allows.every(isCovered));
}

/** A table for a terminal; `onlyGaps` leaves out what has been seen both ways. */
export function describeCoverage(files: readonly FileCoverage[], onlyGaps: boolean): readonly string[] {
  return files.flatMap(({ name, allows }) => {
    const covered = allows.filter(isCovered).length;
    const percent = allows.length === 0 ? 100 : Math.floor((covered / allows.length) * 100);
    const rows = allows.filter((allow) => !(onlyGaps && isCovered(allow)));
    return [
      `${name}: ${covered} of ${allows.length} allow conditions seen true and false (${percent} %)`,
      ...rows.map((allow) => `  ${describeAllow(name, allow)}`),
    ];
  });
}

function describeAllow(
  name: string,
  { line, methods, condition, seenTrue, seenFalse, seenError }: AllowCoverage,
) {
  const seen = [
    seenTrue > 0 ? `true ${seenTrue}` : 'NEVER TRUE',
    seenFalse > 0 ? `false ${seenFalse}` : 'NEVER FALSE',
    ...(seenError > 0 ? [`error ${seenError}`] : []),
  ];
  const short = condition.length > 60 ? `${condition.slice(0, 59)}…` : condition;
  return [
    `${name}:${line}`.padEnd(21),
    seen.join(', ').padEnd(33),
    `allow ${methods.join(', ')}: if ${short}`,
  ].join(' ');
}

/** Leaves the pages in .sameboat/rules-coverage and gives their paths, from the root. */
export function writeCoveragePages(root: string, files: readonly FileCoverage[]): readonly string[] {
  const directory = join(root, '.sameboat', 'rules-coverage');
  mkdirSync(directory, { recursive: true });
  return files.map(({ name, page }) => {
    const path = join(directory, `${name}.html`);
    writeFileSync(path, page);
    return relative(root, path);
  });
}
