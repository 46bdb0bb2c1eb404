import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { compileRuleset } from '../compile-ruleset.ts';
import { evaluateAccess, tryAlternatives } from '../evaluate-access.ts';
import { explainDenial } from '../explain/explain-denial.ts';
import { printExpression } from '../print/print-expression.ts';
import { accessRequest, document, queryShape, readerOf, signedIn } from '../testing/access-requests.ts';
import { arbitraryExpression } from '../testing/arbitrary-expression.ts';

const stored = document('probe/x', { a: 1n, b: ['a', 2.5], c: new Map([['d', null]]) });
const reader = readerOf([stored, document('users/x-1', { a: 'a' })]);
const requests = [
  accessRequest({ resource: stored, auth: signedIn('ann') }),
  accessRequest({ method: 'update', resource: stored, newData: new Map([['a', 2n]]) }),
  accessRequest({
    method: 'list',
    path: 'probe/*',
    query: queryShape({ where: { kind: 'field', field: ['a'], op: '>', value: 1n }, limit: 5 }),
  }),
];

type Outcome = 'true' | 'false' | 'no bool';

/** What came out since the test began: without some of each, a property would hold of an engine that denies everything. */
const seen = new Map<Outcome | 'not compiled', number>();
beforeEach(() => seen.clear());
const see = (outcome: Outcome | 'not compiled') => void seen.set(outcome, (seen.get(outcome) ?? 0) + 1);

/** What the condition comes to for each request; null when the rules do not compile. */
function outcomes(condition: string): readonly Outcome[] | null {
  const { ruleset, issues } = compileRuleset(`rules_version = '2';
    service cloud.firestore {
      function first(a, b) { let c = b; return a; }
      function second(a, b) { let c = first(b, a); let d = first(c, 0); return b; }
      match /databases/{database}/documents { match /probe/{id} { allow read, write: if ${condition}; } }
    }`);
  if (ruleset === null) {
    expect(issues.some(({ severity }) => severity === 'ERROR')).toBe(true);
    see('not compiled');
    return null;
  }
  return requests.map((request) => {
    const verdict = evaluateAccess(ruleset, request, reader);
    expect(verdict.message === '').toBe(verdict.allowed);
    if (!verdict.allowed) expect(explainDenial(ruleset, request, reader).sentence).not.toContain('\n');
    const value =
      verdict.allowed || tryAlternatives(ruleset, request, reader, silent)?.attempts.at(-1)?.value;
    const outcome = typeof value === 'boolean' ? (`${value}` as const) : 'no bool';
    expect(verdict.allowed).toBe(outcome === 'true');
    see(outcome);
    return outcome;
  });
}

const silent = { record: () => undefined };
const source = arbitraryExpression.map(printExpression);
/** Most expressions raise, so others are mixed in that come to each bool often. */
const condition = fc.oneof(
  source,
  source.map((each) => `(${each}) == (${each})`),
  source.map((each) => `(${each}) != 'other'`),
  source.map((each) => `[${each}] is map`),
  fc.constantFrom('true', 'false', '1 / 0 == 1', 'request.auth != null', 'resource.data.a == 1', "id == 'x'"),
);

function seenOften(): void {
  for (const outcome of ['true', 'false', 'no bool'] as const) {
    expect(seen.get(outcome) ?? 0, outcome).toBeGreaterThan(50);
  }
}

describe('evaluating any expression', { timeout: 60_000 }, () => {
  it('a generated expression is allowed or denied with a reason, and never crashes', () => {
    fc.assert(
      fc.property(condition, (each) => {
        outcomes(each);
      }),
      { numRuns: 600 },
    );
    seenOften();
  });

  it('text that is no rules file is an error with a position, and never crashes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), source), (text) => {
        const { ruleset, issues } = compileRuleset(text);
        expect(ruleset).toBeNull();
        expect(issues[0]?.line).toBeGreaterThan(0);
      }),
      { numRuns: 250 },
    );
  });

  it('&& and || give the same whichever side comes first, errors included', () => {
    fc.assert(
      fc.property(condition, condition, fc.constantFrom('&&', '||'), (a, b, operator) => {
        expect(outcomes(`(${a}) ${operator} (${b})`)).toStrictEqual(outcomes(`(${b}) ${operator} (${a})`));
      }),
      { numRuns: 250 },
    );
    seenOften();
  });

  it('a conditional gives what the chosen side gives, whatever the other one is', () => {
    fc.assert(
      fc.property(condition, source, (a, b) => {
        // A side that does not compile takes the rules with it.
        if (outcomes(b) === null) return;
        expect(outcomes(`true ? (${a}) : (${b})`)).toStrictEqual(outcomes(a));
        expect(outcomes(`false ? (${b}) : (${a})`)).toStrictEqual(outcomes(a));
      }),
      { numRuns: 250 },
    );
    seenOften();
  });

  it('a function gives what its result gives, whatever else it was handed and called', () => {
    fc.assert(
      fc.property(condition, source, (a, b) => {
        if (outcomes(b) === null) return;
        expect(outcomes(`second(${b}, ${a})`)).toStrictEqual(outcomes(a));
      }),
      { numRuns: 250 },
    );
    seenOften();
  });

  it('a condition and its negation are opposite bools, or neither is one', () => {
    const opposite = { true: 'false', false: 'true', 'no bool': 'no bool' } as const;
    fc.assert(
      fc.property(condition, (each) => {
        const plain = outcomes(each);
        expect(outcomes(`!(${each})`)).toStrictEqual(
          plain === null ? null : plain.map((outcome) => opposite[outcome]),
        );
      }),
      { numRuns: 250 },
    );
    seenOften();
  });
});
