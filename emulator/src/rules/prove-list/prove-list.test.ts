import { describe, expect, it } from 'vitest';
import { Reference } from '../../values/reference.ts';
import { Timestamp } from '../../values/timestamp.ts';
import type { Value } from '../../values/value.ts';
import type { QueryShape, ShapeFilter } from '../access.ts';
import { evaluateAccess } from '../evaluate-access.ts';
import {
  accessRequest,
  document,
  now,
  queryShape,
  readerOf,
  rulesetOf,
  signedIn,
} from '../testing/access-requests.ts';

const where = (field: string, op: string, value: Value): ShapeFilter => ({
  kind: 'field',
  field: field.split('.'),
  op,
  value,
});
const and = (...filters: ShapeFilter[]): ShapeFilter => ({ kind: 'composite', op: 'and', filters });
const or = (...filters: ShapeFilter[]): ShapeFilter => ({ kind: 'composite', op: 'or', filters });

const reader = readerOf([document('rooms/r1/members/ann', {}), document('rooms/r2', {})]);

function list(condition: string, query: Partial<QueryShape>) {
  const ruleset = rulesetOf(`match /things/{id} { allow list: if ${condition}; }`);
  const request = accessRequest({
    method: 'list',
    path: 'things/*',
    query: queryShape(query),
    auth: signedIn('ann'),
  });
  return evaluateAccess(ruleset, request, reader);
}

const later = new Timestamp(now.seconds + 60, 0);

describe('a list query', () => {
  it.each<[string, ShapeFilter | null]>([
    ["resource.data.owner == 'ann'", where('owner', '==', 'ann')],
    ['resource.data.owner == request.auth.uid', and(where('n', '>', 1n), where('owner', '==', 'ann'))],
    ["resource.data.owner in ['ann', 'bob']", where('owner', 'in', ['ann', 'bob'])],
    ["resource.data.owner in ['ann', 'bob']", or(where('owner', '==', 'ann'), where('owner', '==', 'bob'))],
    ['request.auth.uid in resource.data.participants', where('participants', 'array-contains', 'ann')],
    ["resource.data.tags.hasAny(['a', 'b'])", where('tags', 'array-contains-any', ['a', 'b'])],
    ["resource.data.tags.hasAll(['a'])", where('tags', 'array-contains', 'a')],
    ['resource.data.tags is list', where('tags', 'array-contains', 'a')],
    ['resource.data.n > 5', where('n', '>', 5n)],
    ['resource.data.n >= 5', where('n', '>', 5n)],
    ['5 < resource.data.n', where('n', '>=', 6n)],
    ['resource.data.n is number', where('n', '>', 5n)],
    ['resource.data.n != 3', where('n', '>', 5n)],
    ['resource.data.n < 9', and(where('n', '>', 5n), where('n', '<', 9n))],
    ['resource.data.expiresAt > request.time', where('expiresAt', '>', later)],
    ["resource.data.state != 'closed'", where('state', '!=', 'closed')],
    ["!(resource.data.state in ['a', 'b'])", where('state', 'not-in', ['a', 'b', 'c'])],
    ['resource.data.state != null', { kind: 'unary', field: ['state'], op: 'IS_NOT_NULL' }],
    ['resource.data.endedAt == null', { kind: 'unary', field: ['endedAt'], op: 'IS_NULL' }],
    ["resource.data.place.id == 'berlin'", where('place.id', '==', 'berlin')],
    ["resource.data.place.id == 'berlin'", where('place', '==', new Map([['id', 'berlin']]))],
    ["resource.data.get('owner', null) == 'ann'", where('owner', '==', 'ann')],
    ["'owner' in resource.data", where('owner', '>', 'a')],
    ['resource.data.n == 1', where('n', '==', 1n)],
    [
      'resource.data.room == /databases/$(database)/documents/rooms/r2',
      where('room', '==', new Reference('projects/demo-test/databases/(default)/documents/rooms/r2')),
    ],
    [
      'exists(/databases/$(database)/documents/rooms/$(resource.data.room)/members/$(request.auth.uid))',
      where('room', '==', 'r1'),
    ],
    ["resource.data.owner == 'bob' || request.auth.uid == 'ann'", null],
    ['resource != null && resource.data is map', null],
  ])('%s is proved by a filter that says so', (condition, filter) => {
    expect(list(condition, { where: filter })).toMatchObject({ allowed: true, message: '' });
  });

  it.each<[string, ShapeFilter | null]>([
    ["resource.data.owner == 'ann'", or(where('owner', '==', 'ann'), where('n', '==', 1n))],
    ["resource.data.owner == 'ann'", where('owner', 'in', ['ann', 'bob'])],
    ["resource.data.owner == 'ann'", where('owner', '>=', 'ann')],
    ['resource.data.n > 5', where('n', '>=', 5n)],
    ['resource.data.n < 5', where('n', '<', 5n)], // NaN would be returned, and is not less
    ['resource.data.n is int', where('n', '==', 1n)], // 1.0 would be returned
    ['resource.data.n in [1, 2]', where('n', '==', 1n)],
    ['resource.data.list == [1]', where('list', '==', [1n])],
    ['resource.data.expiresAt > request.time', where('expiresAt', '>', new Timestamp(now.seconds - 60, 0))],
    ["resource.data.tags.hasOnly(['a'])", where('tags', 'array-contains', 'a')],
    ["resource.data.tags.hasAll(['a', 'b'])", where('tags', 'array-contains', 'a')],
    ['resource.data.tags.size() == 1', where('tags', 'array-contains', 'a')],
    ["resource.data.keys().hasOnly(['owner'])", where('owner', '==', 'ann')],
    ['resource.data.size() == 1', where('owner', '==', 'ann')],
    ["resource.data == {'owner': 'ann'}", where('owner', '==', 'ann')],
    ["resource.data.get('other', 'ann') == 'ann'", where('owner', '==', 'ann')],
    ["!('other' in resource.data)", where('owner', '==', 'ann')],
    ["[resource.data.n].hasAny([6, 'x'])", where('n', '>', 5n)],
    [
      "id == 'x'",
      where('__name__', '==', new Reference('projects/demo-test/databases/(default)/documents/things/x')),
    ],
    ["resource.id == 'x'", null],
    ['exists(/databases/$(database)/documents/rooms/$(id))', null],
    ['request.path[3] == "things"', null],
    [
      'exists(/databases/$(database)/documents/rooms/$(resource.data.room)/members/$(request.auth.uid))',
      where('room', 'in', ['r1', 'r2']),
    ],
  ])('%s is denied where the filter leaves it open', (condition, filter) => {
    expect(list(condition, { where: filter }).allowed).toBe(false);
  });

  it('reads limit, offset and order from request.query', () => {
    const condition =
      "request.query.limit <= 10 && request.query.offset == 2 && request.query.orderBy.n == 'DESC'";
    const query = { limit: 10, offset: 2, orderBy: [{ field: ['n'], direction: 'DESC' as const }] };
    expect(list(condition, query).allowed).toBe(true);
    expect(list(condition, { ...query, limit: 11 }).message).toBe("\nfalse for 'list' @ L4");
  });

  it('is denied when its filters leave more alternatives than can be looked at', () => {
    const many = Array.from({ length: 13 }, (_, index) => where(`f${index}`, '==', 1n));
    expect(list('true', { where: and(...many) }).message).toContain('too many alternatives');
  });

  it('says which alternative the rule refuses', () => {
    const filter = or(where('owner', '==', 'ann'), where('n', '==', 'x'));
    expect(list("resource.data.owner == 'ann'", { where: filter }).message).toBe(
      "\nProperty owner is undefined on object. for 'list' @ L4",
    );
  });
});

describe('a collection group query', () => {
  const group = (path: string, pattern: string, version: 1 | 2 = 2) =>
    evaluateAccess(
      rulesetOf(`match ${pattern} { allow list: if true; }`, version),
      accessRequest({ method: 'list', path, query: queryShape({ allDescendants: true }) }),
      reader,
    ).allowed;

  it.each([
    ['members/*', '/{path=**}/members/{id}'],
    ['members/*', '/{document=**}'],
    ['rooms/r1/members/*', '/{path=**}/members/{id}'],
    ['rooms/r1/members/*', '/rooms/{room}/{path=**}/members/{id}'],
    ['members/*', '/{path=**}/{collection}/{id}'],
  ])('for %s is allowed by %s', (path, pattern) => {
    expect(group(path, pattern)).toBe(true);
  });

  it.each([
    ['members/*', '/members/{id}'],
    ['members/*', '/rooms/{room}/members/{id}'],
    ['members/*', '/rooms/{room}/{path=**}'],
    ['members/*', '/{path=**}/messages/{id}'],
    ['members/*', '/{path=**}/members/ann'],
    ['rooms/r1/members/*', '/rooms/r2/{path=**}/members/{id}'],
  ])('for %s is not covered by %s', (path, pattern) => {
    expect(group(path, pattern)).toBe(false);
  });

  it('is never allowed under rules_version 1', () => {
    expect(group('members/*', '/{document=**}', 1)).toBe(false);
  });
});
