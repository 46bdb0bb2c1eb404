import { describe, expect, it } from 'vitest';
import type { DeclaredIndexes } from './declared-indexes.ts';
import { planQuery } from './query-plan.ts';
import { checkIndexes } from './required-index.ts';
import type { FieldOperator, Filter, Order, StructuredQuery } from './structured-query.ts';
import { wholeCollection } from './whole-collection.ts';

const NONE: DeclaredIndexes = { indexes: [], fieldOverrides: [] };
const f = (field: string, op: FieldOperator, value: bigint | bigint[] = 1n): Filter => ({
  kind: 'field',
  field: [field],
  op,
  value,
});
const and = (...filters: Filter[]): Filter => ({ kind: 'composite', op: 'and', filters });
const or = (...filters: Filter[]): Filter => ({ kind: 'composite', op: 'or', filters });
const asc = (field: string): Order => ({ field: [field], direction: 'ASCENDING' });
const desc = (field: string): Order => ({ field: [field], direction: 'DESCENDING' });

function check(
  changes: Partial<StructuredQuery> & { group?: boolean; sum?: string },
  declared: DeclaredIndexes | null = NONE,
): () => void {
  const { group = false, sum, ...more } = changes;
  const query: StructuredQuery = {
    ...wholeCollection('c'),
    from: [{ collectionId: 'c', allDescendants: group }],
    ...more,
  };
  const plan = planQuery({ project: 'p', database: 'd' }, '', query, sum === undefined ? [] : [[sum]]);
  return () => checkIndexes(plan, declared);
}

/** A composite index: `a`, `-b` (descending), `@t` (array). */
function declare(...indexes: string[][]): DeclaredIndexes {
  return {
    ...NONE,
    indexes: indexes.map((fields) => ({
      collectionGroup: 'c',
      queryScope: 'COLLECTION',
      fields: fields.map((field) => {
        if (field.startsWith('@')) return { fieldPath: field.slice(1), arrayConfig: 'CONTAINS' };
        return {
          fieldPath: field.replace('-', ''),
          order: field.startsWith('-') ? 'DESCENDING' : 'ASCENDING',
        };
      }),
    })),
  };
}

describe('a query needs no declared index', () => {
  it.each<[string, Parameters<typeof check>[0]]>([
    ['when it has equalities only', { where: and(f('a', '=='), f('b', '=='), f('t', 'array-contains')) }],
    ['when it orders by one field', { orderBy: [desc('a')] }],
    ['when its inequality is on its order', { where: and(f('a', '>'), f('a', '<')), orderBy: [desc('a')] }],
    [
      'when it has equalities with in and or',
      { where: or(f('a', 'in', [1n, 2n]), and(f('b', '=='), f('a', '=='))) },
    ],
    ['when it orders by what it pins', { where: f('a', '=='), orderBy: [asc('a')] }],
    ['when it pins fields and goes on by name', { where: f('a', '=='), orderBy: [desc('__name__')] }],
    ['to add up one field', { sum: 'n' }],
  ])('%s', (_, query) => {
    expect(check(query)).not.toThrow();
  });

  it('when none are declared at all', () => {
    expect(check({ where: f('a', '=='), orderBy: [asc('b')] }, null)).not.toThrow();
  });
});

describe('a query needs the index that it names', () => {
  it.each<[string, Parameters<typeof check>[0], string[]]>([
    ['an equality and an order', { where: f('a', '=='), orderBy: [desc('b')] }, ['a', '-b']],
    ['an equality and a range', { where: and(f('a', '=='), f('b', '>')) }, ['a', 'b']],
    [
      'an array element and an order',
      { where: f('t', 'array-contains'), orderBy: [desc('b')] },
      ['@t', '-b'],
    ],
    ['two orders', { orderBy: [asc('a'), desc('b')] }, ['a', '-b']],
    ['ranges on two fields', { where: and(f('b', '>'), f('a', '>')) }, ['a', 'b']],
    ['a not-equal beside an equality', { where: and(f('a', '=='), f('b', '!=')) }, ['a', 'b']],
    ['an order with the name against it', { orderBy: [asc('a'), desc('__name__')] }, ['a', '-__name__']],
    ['a sum beside an equality', { where: f('a', '=='), sum: 'n' }, ['a', 'n']],
  ])('for %s', (_, query, index) => {
    const declared = declare(index);
    const entry = JSON.stringify(declared.indexes[0]);
    expect(check(query)).toThrow(
      `The query requires an index. Add this entry to "indexes" in firestore.indexes.json: ${entry}`,
    );
    expect(check(query, declared)).not.toThrow();
  });

  it('with exactly its directions, though pinned fields may stand either way and in any order', () => {
    const query = { where: and(f('a', '=='), f('b', '==')), orderBy: [desc('n')] };
    expect(check(query, declare(['b', '-a', '-n']))).not.toThrow();
    expect(check(query, declare(['a', 'b', 'n']))).toThrow('The query requires an index.');
    expect(check(query, declare(['a', '-n']))).toThrow('The query requires an index.');
  });

  it('or several that can be merged', () => {
    const query = { where: and(f('a', '=='), f('b', '==')), orderBy: [desc('n')] };
    expect(check(query, declare(['a', '-n'], ['b', '-n']))).not.toThrow();
  });

  it('for each alternative of an or', () => {
    const query = { where: or(f('a', '=='), f('b', '==')), orderBy: [asc('n')] };
    expect(check(query, declare(['a', 'n']))).toThrow('"fieldPath":"b"');
    expect(check(query, declare(['a', 'n'], ['b', 'n']))).not.toThrow();
  });
});

describe('a collection group', () => {
  it('needs a field override for a single field, which the message spells out', () => {
    const query = { group: true, where: f('a', '==') };
    expect(check(query)).toThrow(
      '"fieldOverrides" in firestore.indexes.json: {"collectionGroup":"c","fieldPath":"a"',
    );
    const indexes = [{ order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' } as const];
    expect(
      check(query, { ...NONE, fieldOverrides: [{ collectionGroup: 'c', fieldPath: 'a', indexes }] }),
    ).not.toThrow();
  });

  it('needs none for all its documents', () => {
    expect(check({ group: true })).not.toThrow();
  });

  it('needs composite indexes of its own scope', () => {
    const query = { group: true, where: f('a', '=='), orderBy: [desc('b')] };
    expect(check(query, declare(['a', '-b']))).toThrow('"queryScope":"COLLECTION_GROUP"');
  });
});

describe('two array filters in one alternative', () => {
  it('are refused, as in production', () => {
    const where = and(f('t', 'array-contains', 1n), f('u', 'array-contains', 2n));
    expect(check({ where })).toThrow("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
    expect(check({ where }, null)).not.toThrow();
  });
});

describe('a field exempted from indexes', () => {
  it('cannot be queried', () => {
    const declared = { ...NONE, fieldOverrides: [{ collectionGroup: 'c', fieldPath: 'a', indexes: [] }] };
    expect(check({ where: f('a', '==') }, declared)).toThrow('The query requires an index.');
  });
});
