import { describe, expect, it } from 'vitest';
import { evaluateAccess } from '../evaluate-access.ts';
import { accessRequest, document, readerOf, rulesetOf, signedIn } from '../testing/access-requests.ts';
import { allowCoverage } from './allow-coverage.ts';
import { createCoverage } from './create-coverage.ts';

const ruleset = rulesetOf(`    function signedIn() { return request.auth != null; }
    match /probe/{id} {
      allow get: if signedIn() && resource.data.n == 1;
      allow delete: if id == '<x>';
      allow list;
    }`);

function runTwice() {
  const coverage = createCoverage(ruleset);
  const resource = document('probe/x', { n: 1n });
  evaluateAccess(
    ruleset,
    accessRequest({ resource, auth: signedIn('ann') }),
    readerOf([]),
    coverage.observer,
  );
  evaluateAccess(ruleset, accessRequest({ resource }), readerOf([]), coverage.observer);
  evaluateAccess(ruleset, accessRequest({ auth: signedIn('ann') }), readerOf([]), coverage.observer);
  return coverage;
}

describe('rules coverage', () => {
  it('counts for each allow condition how often it was true, false and an error', () => {
    expect(allowCoverage(runTwice().report())).toStrictEqual([
      {
        line: 6,
        methods: ['get'],
        condition: 'signedIn() && resource.data.n == 1',
        seenTrue: 1,
        seenFalse: 1,
        seenError: 1,
      },
      { line: 7, methods: ['delete'], condition: "id == '<x>'", seenTrue: 0, seenFalse: 0, seenError: 0 },
    ]);
  });

  it('reports every expression with its place and values, inner ones below, functions too', () => {
    const { rules, report } = runTwice().report();
    expect(rules.files).toStrictEqual([{ name: 'firestore.rules', content: ruleset.source }]);
    const [body, condition, never] = report;
    const place = body?.sourcePosition;
    expect(ruleset.source.slice(place?.currentOffset, place?.endOffset)).toBe('request.auth != null');
    expect(body?.values).toStrictEqual([
      { value: { boolValue: true }, count: 2 },
      { value: { boolValue: false }, count: 1 },
    ]);
    expect(condition?.values).toStrictEqual([
      { value: { boolValue: true }, count: 1 },
      { value: { boolValue: false }, count: 1 },
      { value: { undefined: { causeMessage: 'Null value error.' } }, count: 1 },
    ]);
    expect(condition?.children).toHaveLength(2);
    expect(never?.values).toBeUndefined();
  });

  it('shows the source as a page in which nothing of it is markup', () => {
    const html = runTwice().html();
    expect(html).toContain('&lt;x&gt;');
    expect(html).not.toContain('<x>');
    expect(html).toContain('class="e never"');
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain(
      'allow get: if signedIn() &amp;&amp; resource.data.n == 1;',
    );
  });

  it('keeps its size however many different values an expression has', () => {
    const coverage = createCoverage(ruleset);
    for (let n = 0; n < 200; n += 1) {
      const resource = document('probe/x', { n: BigInt(n) });
      evaluateAccess(
        ruleset,
        accessRequest({ resource, auth: signedIn('ann') }),
        readerOf([]),
        coverage.observer,
      );
    }
    const member = coverage.report().report[1]?.children?.[1]?.children?.[0];
    expect(member?.values).toHaveLength(50);
    expect(member?.values?.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  });
});
