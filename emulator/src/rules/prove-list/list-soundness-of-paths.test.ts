/**
 * Every combination of match statements, queried collections and document paths: a query that is allowed returns no
 * document whose own `get` the same rules would deny.
 */
import { describe, expect, it } from 'vitest';
import { evaluateAccess } from '../evaluate-access.ts';
import { accessRequest, document, queryShape, readerOf, rulesetOf } from '../testing/access-requests.ts';

const patterns = [
  ...['/c/{id}', '/c/1', '/{c}/{id}', '/c/{id=**}', '/{all=**}', '/{rest=**}/c/{id}', '/{rest=**}/c/1'],
  ...['/a/{x}/c/{id}', '/a/b/c/{id}', '/a/{x=**}', '/a/b/{x=**}', '/a/{x=**}/c/{id}', '/a/{x}/{c}/{id}'],
  ...[
    '/a/b/c/1',
    '/{x=**}/{id}',
    '/{x}/c/{id}',
    '/a/{x}/{y}/c/{id}',
    '/{a}/{x}/{c}/{id}',
    '/a/b/z/{y}/c/{id}',
    '/{rest=**}/z/{y}/c/{id}',
  ],
];

/** A condition on a wildcard that the pattern binds, or on none. */
function conditionsOn(pattern: string): readonly string[] {
  const names = [...pattern.matchAll(/\{(\w+)(=\*\*)?\}/g)].map(([, name = '', marker]) => ({
    name,
    marker,
  }));
  return [
    'true',
    ...names.flatMap(({ name, marker }) =>
      marker === undefined
        ? [`${name} == '1'`, `${name} == 'b'`, `${name} != '1'`, `${name} in ['1', '2']`]
        : [`${name}[0] == 'a'`, `${name} == path('1')`, `${name} is path`],
    ),
  ];
}

const documents = [
  ...[
    'c/1',
    'c/2',
    'a/b',
    'a/b/c/1',
    'a/b/c/2',
    'a/x/c/1',
    'q/b/c/1',
    'a/b/z/y/c/1',
    'q/w/z/y/c/1',
    'c/1/c/2',
  ],
  ...['a/b/d/1', 'c/1/a/b/c/1'],
];
const lists = [
  ...['c', 'a', 'a/b/c', 'a/x/c', 'a/b/z/y/c'].map((collection) => ({ collection, allDescendants: false })),
  ...['c', 'a/b/c', 'c/1/c', 'd'].map((collection) => ({ collection, allDescendants: true })),
];

function returns(collection: string, allDescendants: boolean, path: string): boolean {
  const segments = collection.split('/');
  const parent = segments.slice(0, -1);
  const document = path.split('/');
  const inCollection = document.at(-2) === segments.at(-1);
  const below = parent.every((segment, index) => document[index] === segment);
  return inCollection && below && (allDescendants || document.length === segments.length + 1);
}

describe('list proved from the path', () => {
  it.each([1, 2] as const)(
    'an allowed query returns no document that the same rules would deny, in version %i',
    (version) => {
      const unsound: string[] = [];
      let proved = 0;
      for (const pattern of patterns) {
        for (const condition of conditionsOn(pattern)) {
          const ruleset = rulesetOf(`match ${pattern} { allow read: if ${condition}; }`, version);
          const denied = documents.filter((path) => {
            const request = accessRequest({ path, resource: document(path, {}) });
            return !evaluateAccess(ruleset, request, readerOf([])).allowed;
          });
          for (const { collection, allDescendants } of lists) {
            const query = queryShape({ allDescendants });
            const request = accessRequest({ method: 'list', path: `${collection}/*`, query });
            if (!evaluateAccess(ruleset, request, readerOf([])).allowed) continue;
            proved += 1;
            const wrong = denied.filter((path) => returns(collection, allDescendants, path));
            if (wrong.length > 0)
              unsound.push(`${pattern} if ${condition}: ${collection} allows ${wrong.join(' ')}`);
          }
        }
      }
      expect(unsound).toStrictEqual([]);
      expect(proved).toBeGreaterThan(30);
    },
  );
});
