import { describe, expect, it } from 'vitest';
import { allowCoverage } from '../rules/coverage/allow-coverage.ts';
import { accessRequest, readerOf, signedIn } from '../rules/testing/access-requests.ts';
import { RulesBook } from './rules-book.ts';

const rules = (condition: string) => `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents { match /probe/{id} { allow get: if ${condition}; } } }`;

const project = 'demo-test';
const ask = (book: RulesBook, uid: string | null) =>
  book.authorize(accessRequest({ auth: uid === null ? null : signedIn(uid) }), readerOf([])).allowed;
const coverageOf = (book: RulesBook, name = project) => {
  const coverage = book.coverageOf(name);
  return coverage && allowCoverage(coverage.report()).map(({ seenTrue, seenFalse }) => [seenTrue, seenFalse]);
};

it('tells when other rules are in force, and only then', () => {
  let told = 0;
  const book = new RulesBook();
  book.whenLoaded(() => {
    told += 1;
  });
  book.load(rules('true'));
  expect(told).toBe(1);
  book.loadFor(project, rules('false'));
  expect(told).toBe(2);
  book.loadFor(project, rules('false'));
  book.loadFor(project, 'no rules');
  book.load('no rules');
  expect(told).toBe(2);
});

describe('the coverage of the rules of one project', () => {
  it('goes on when the same rules are put in place again', () => {
    const book = new RulesBook();
    book.loadFor(project, rules('request.auth != null'));
    expect(ask(book, 'ann')).toBe(true);
    book.loadFor(project, rules('request.auth != null'));
    expect(ask(book, null)).toBe(false);
    expect(coverageOf(book)).toStrictEqual([[1, 1]]);
  });

  it('begins anew with other rules', () => {
    const book = new RulesBook();
    book.loadFor(project, rules('request.auth != null'));
    ask(book, 'ann');
    book.loadFor(project, rules('request.auth == null'));
    expect(coverageOf(book)).toStrictEqual([[0, 0]]);
  });

  it('is not that of another project', () => {
    const book = new RulesBook();
    book.loadFor(project, rules('true'));
    book.loadFor('demo-other', rules('true'));
    ask(book, null);
    expect(coverageOf(book, 'demo-other')).toStrictEqual([[0, 0]]);
    expect(coverageOf(book)).toStrictEqual([[1, 0]]);
  });
});
