import { describe, expect, it } from 'vitest';
import { describeCoverage, type FileCoverage, isWhole } from './rules-coverage.ts';

const allow = { methods: ['get'], condition: 'isHere()', seenError: 0 };
const both = { ...allow, line: 5, seenTrue: 2, seenFalse: 1 };
const neverFalse = { ...allow, line: 6, seenTrue: 2, seenFalse: 0, seenError: 3 };
const fileOf = (...allows: FileCoverage['allows']): FileCoverage => ({ name: 'a.rules', allows, page: '' });

describe('the coverage of the rules', () => {
  it('is whole when every condition was seen true and seen false', () => {
    expect(isWhole([fileOf(both), fileOf(both, both)])).toBe(true);
    expect(isWhole([fileOf(both), fileOf(both, { ...both, seenTrue: 0 })])).toBe(false);
  });

  it('takes an error for neither', () => {
    expect(isWhole([fileOf(neverFalse)])).toBe(false);
  });

  it('is told by line, and by what is missing', () => {
    const lines = describeCoverage([fileOf(both, neverFalse)], false);
    expect(lines[0]).toBe('a.rules: 1 of 2 allow conditions seen true and false (50 %)');
    expect(lines[1]).toMatch(/a\.rules:5 +true 2, false 1 +allow get: if isHere\(\)$/);
    expect(lines[2]).toMatch(/a\.rules:6 +true 2, NEVER FALSE, error 3 +allow get/);
  });

  it('can be told by its gaps alone, and is never rounded up to 100 %', () => {
    const many = Array.from({ length: 400 }, () => both);
    const lines = describeCoverage([fileOf(...many, neverFalse)], true);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('(99 %)');
  });
});
