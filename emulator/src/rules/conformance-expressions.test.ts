/** Replays the expressions whose verdicts were recorded from Google's emulator: one `get` of a missing document each. */
import { describe, expect, it } from 'vitest';
import { fixture } from '../conformance/fixture.ts';
import { compileRuleset } from './compile-ruleset.ts';
import { type ConditionVerdict, rulesFor, verdictOf } from './testing/condition-verdict.ts';

interface Row {
  readonly id: string;
  readonly expression: string;
  readonly verdict: ConditionVerdict;
  readonly warning?: string;
  readonly diagnostic?: string;
}

const rows = fixture<readonly Row[]>('rules-expressions.json');

/** Messages that come out of how Google's parser recovers from the mistake; ours stops at the mistake itself. */
const parserRecovery = new Set(['gen-0008', 'gen-0081', 'gen-0155', 'gen-0169']);

describe('expressions recorded from the official emulator', () => {
  it.each(rows)('$id: $expression is $verdict', ({ expression, verdict }) => {
    expect(verdictOf(expression)).toBe(verdict);
  });

  it.each(rows.filter(({ warning }) => warning !== undefined))(
    '$id: $expression warns as recorded',
    (row) => {
      const messages = compileRuleset(rulesFor(row.expression)).issues.map(({ message }) => message);
      expect(messages).toContain(row.warning);
    },
  );

  it.each(rows.filter(({ id, diagnostic }) => diagnostic !== undefined && !parserRecovery.has(id)))(
    '$id: $expression does not compile, for the recorded reason',
    ({ expression, diagnostic }) => {
      expect(compileRuleset(rulesFor(expression)).issues.map(({ message }) => message)).toContain(diagnostic);
    },
  );
});
