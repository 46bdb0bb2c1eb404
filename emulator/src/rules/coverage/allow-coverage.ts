import { compileRuleset } from '../compile-ruleset.ts';
import type { CoverageReport } from './report.ts';

/** How often the condition of an allow statement came out each way. */
export interface AllowCoverage {
  readonly line: number;
  readonly methods: readonly string[];
  /** The condition as it is written, with its blanks and line breaks made one space. */
  readonly condition: string;
  readonly seenTrue: number;
  readonly seenFalse: number;
  readonly seenError: number;
}

/**
 * Reads off a coverage report, ours or that of Google's emulator, what each allow statement came to, in the order of the
 * source. One without a condition is not listed; one that was never tried has three zeros. Empty when the rules in the
 * report do not compile.
 */
export function allowCoverage({ rules, report }: CoverageReport): readonly AllowCoverage[] {
  const source = rules.files[0]?.content ?? '';
  const { ruleset } = compileRuleset(source);
  const places = new Map(report.map((entry) => [placeOf(entry.sourcePosition), entry.values ?? []]));
  return [...(ruleset?.services.values() ?? [])]
    .flat()
    .flatMap(({ allows }) =>
      allows.flatMap(({ statement: { condition, methods } }) => {
        if (condition === null) return [];
        const { start, end, line } = condition.span;
        const values = places.get(`${start}-${end}`) ?? [];
        const count = (wanted: boolean) => countOf(values, ({ boolValue }) => boolValue === wanted);
        return [
          {
            line,
            methods,
            condition: source.slice(start, end).replaceAll(/\s+/g, ' '),
            seenTrue: count(true),
            seenFalse: count(false),
            seenError: countOf(values, (value) => 'undefined' in value),
          },
        ];
      }),
    )
    .sort((a, b) => a.line - b.line);
}

type Values = NonNullable<CoverageReport['report'][number]['values']>;

function placeOf(position: CoverageReport['report'][number]['sourcePosition']): string {
  return `${position.currentOffset}-${position.endOffset}`;
}

function countOf(values: Values, wanted: (value: Values[number]['value']) => boolean): number {
  return values.reduce((sum, { value, count }) => (wanted(value) ? sum + count : sum), 0);
}
