import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRuleset } from '../compile-ruleset.ts';
import { evaluateAccess } from '../evaluate-access.ts';
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

/** Whether each request is allowed; null when the rules do not compile. */
function verdicts(condition: string): readonly boolean[] | null {
  const { ruleset, issues } = compileRuleset(`rules_version = '2';
    service cloud.firestore {
      function first(a, b) { let c = b; return a; }
      function second(a, b) { let c = first(b, a); let d = first(c, 0); return b; }
      match /databases/{database}/documents { match /probe/{id} { allow read, write: if ${condition}; } }
    }`);
  if (ruleset === null) {
    expect(issues.some(({ severity }) => severity === 'ERROR')).toBe(true);
    return null;
  }
  return requests.map((request) => {
    const verdict = evaluateAccess(ruleset, request, reader);
    expect(verdict.message === '').toBe(verdict.allowed);
    if (!verdict.allowed) expect(explainDenial(ruleset, request, reader).sentence).not.toContain('\n');
    return verdict.allowed;
  });
}

const source = arbitraryExpression.map(printExpression);

describe('evaluating any expression', { timeout: 60_000 }, () => {
  it('a generated expression is allowed or denied with a reason, and never crashes', () => {
    fc.assert(
      fc.property(source, (condition) => {
        verdicts(condition);
      }),
      { numRuns: 600 },
    );
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
      fc.property(source, source, fc.constantFrom('&&', '||'), (a, b, operator) => {
        expect(verdicts(`(${a}) ${operator} (${b})`)).toStrictEqual(verdicts(`(${b}) ${operator} (${a})`));
      }),
      { numRuns: 250 },
    );
  });

  it('a conditional gives what the chosen side gives, whatever the other one is', () => {
    fc.assert(
      fc.property(source, source, (a, b) => {
        // A side that does not compile takes the rules with it.
        if (verdicts(b) === null) return;
        expect(verdicts(`true ? (${a}) : (${b})`)).toStrictEqual(verdicts(a));
        expect(verdicts(`false ? (${b}) : (${a})`)).toStrictEqual(verdicts(a));
      }),
      { numRuns: 250 },
    );
  });

  it('a function gives what its result gives, whatever else it was handed and called', () => {
    fc.assert(
      fc.property(source, source, (a, b) => {
        if (verdicts(b) === null) return;
        expect(verdicts(`second(${b}, ${a})`)).toStrictEqual(verdicts(a));
      }),
      { numRuns: 250 },
    );
  });

  it('a condition and its negation are never both allowed', () => {
    fc.assert(
      fc.property(source, (condition) => {
        const [plain, negated] = [verdicts(condition), verdicts(`!(${condition})`)];
        if (plain === null || negated === null) return;
        expect(plain.some((allowed, index) => allowed && negated[index])).toBe(false);
      }),
      { numRuns: 250 },
    );
  });
});
