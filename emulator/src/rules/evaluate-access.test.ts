import { describe, expect, it } from 'vitest';
import type { AccessRequest, ShapeFilter } from './access.ts';
import { compileRuleset } from './compile-ruleset.ts';
import { evaluateAccess } from './evaluate-access.ts';
import {
  accessRequest,
  document,
  queryShape,
  readerOf,
  rulesetOf,
  signedIn,
} from './testing/access-requests.ts';

const stored = document('probe/x', { n: 1n });

function evaluate(
  body: string,
  changes: Partial<AccessRequest> = {},
  reader = readerOf([stored]),
  version: 1 | 2 = 2,
) {
  return evaluateAccess(rulesetOf(body, version), accessRequest(changes), reader);
}

describe('match statements', () => {
  const covers = (pattern: string, path: string, version: 1 | 2) =>
    evaluate(`match ${pattern} { allow read; }`, { path }, readerOf([]), version).allowed;

  it.each<[string, string, 1 | 2, boolean]>([
    ['/a/{x}', 'a/b', 2, true],
    ['/a/{x}', 'a/b/c/d', 2, false],
    ['/a/b', 'a/b', 2, true],
    ['/a/b', 'a/c', 2, false],
    ['/{x=**}', 'a/b/c/d', 2, true],
    ['/a/{x=**}', 'a/b', 1, true],
    ['/a/{x}/{rest=**}', 'a/b', 2, true],
    ['/a/{x}/{rest=**}', 'a/b', 1, false],
    ['/{rest=**}/c/{x}', 'a/b/c/d', 2, true],
    ['/{rest=**}/c/{x}', 'c/d', 2, true],
    ['/{rest=**}/c/{x}', 'a/b/c/d', 1, false],
    ['/a/my-room.v1', 'a/my-room.v1', 2, true],
  ])('%s over %s under version %i: %s', (pattern, path, version, expected) => {
    expect(covers(pattern, path, version)).toBe(expected);
  });

  it('binds one segment as a string and the rest as a path', () => {
    const body = `match /a/{x}/{rest=**} { allow read: if x == 'b' && rest == path('c/d') && rest[1] == 'd'; }`;
    expect(evaluate(body, { path: 'a/b/c/d' }).allowed).toBe(true);
  });

  it('lets an inner wildcard hide an outer one, and functions see only what stands around them', () => {
    const body = `
      function isB(x) { return x == 'b'; }
      match /a/{x} {
        function own() { return x; }
        match /c/{x} { allow read: if x == 'd' && own() == 'b' && isB(own()); }
      }`;
    expect(evaluate(body, { path: 'a/b/c/d' }).allowed).toBe(true);
  });

  it('says so when nothing covers the path', () => {
    expect(evaluate('match /a/{x} { allow read; }').message).toBe('\nNo matching allow statements');
  });

  it.each<[string, AccessRequest['method'], boolean]>([
    ['read', 'get', true],
    ['read', 'create', false],
    ['write', 'create', true],
    ['write', 'update', true],
    ['write', 'delete', true],
    ['get', 'get', true],
    ['update', 'create', false],
    ['create, delete', 'delete', true],
  ])('allow %s lets %s through: %s', (methods, method, expected) => {
    expect(evaluate(`match /probe/{x} { allow ${methods}; }`, { method }).allowed).toBe(expected);
  });
});

describe('what a condition sees', () => {
  it.each<[AccessRequest['method'], string, Partial<AccessRequest>]>([
    ['get', "resource.data.n == 1 && resource.id == 'x'", { resource: stored }],
    ['get', 'resource.__name__ == /databases/$(database)/documents/probe/x', { resource: stored }],
    [
      'get',
      "request.auth.uid == 'ann' && request.auth.token.email == 'ann@example.org'",
      { auth: signedIn('ann') },
    ],
    ['create', "resource == null && request.resource.data.n == 2 && request.method == 'create'", {}],
    ['update', 'request.resource.data.n == resource.data.n + 1', { resource: stored }],
    ['delete', 'request.resource == null && resource.data.n == 1', { resource: stored }],
    ['get', "request.path == /databases/(default)/documents/probe/x && request.path[3] == 'probe'", {}],
  ])('%s: %s', (method, condition, changes) => {
    const written = method === 'create' || method === 'update' ? new Map([['n', 2n]]) : null;
    const body = `match /probe/{x} { allow read, write: if ${condition}; }`;
    expect(evaluate(body, { method, newData: written, ...changes })).toMatchObject({
      allowed: true,
      message: '',
    });
  });

  it('a function may hide a built-in one, take let bindings, and ignore an argument that is an error', () => {
    const body = `
      function exists(a) { let b = a + 1; let c = b * 2; return c == 4; }
      function first(a, b) { return a; }
      match /probe/{x} { allow read: if exists(1) && first(true, 1 / 0); }`;
    expect(evaluate(body).allowed).toBe(true);
  });

  it('a document of another database, a collection and a path with a slash inside are no documents', () => {
    for (const path of [
      '/databases/other/documents/probe/x',
      '/databases/$(database)/documents/probe',
      '/databases/$(database)/documents/probe/$("x/y/z")',
    ]) {
      expect(evaluate(`match /probe/{x} { allow read: if !exists(${path}); }`).message).toContain(
        'Invalid argument',
      );
    }
  });

  it('get gives the document before the write and getAfter the one after', () => {
    const body = `match /probe/{x} {
      function here() { return /databases/$(database)/documents/probe/x; }
      allow update: if get(here()).data.n == 1 && getAfter(here()).data.n == 2 && existsAfter(here());
    }`;
    const reader = readerOf([stored], [document('probe/x', { n: 2n })]);
    expect(evaluate(body, { method: 'update', resource: stored }, reader).allowed).toBe(true);
  });

  it('getAfter of a document that the commit deletes is an error', () => {
    const body = `match /probe/{x} { allow delete: if getAfter(/databases/$(database)/documents/probe/x) == null; }`;
    expect(evaluate(body, { method: 'delete', resource: stored }, readerOf([stored], [])).message).toContain(
      'Service call error',
    );
  });
});

describe('limits', () => {
  const existing = (count: number) =>
    Array.from({ length: count }, (_, index) => `!exists(/databases/$(database)/documents/d/${index})`).join(
      ' && ',
    );

  it('ten documents may be looked at and each again and again, the eleventh is an error', () => {
    expect(evaluate(`match /probe/{x} { allow read: if ${existing(10)} && ${existing(10)}; }`).allowed).toBe(
      true,
    );
    expect(evaluate(`match /probe/{x} { allow read: if ${existing(11)}; }`).message).toContain(
      'Service call error',
    );
  });

  it('all writes of a commit together may look at twenty, and at each of them again', () => {
    const sharedAccesses = new Set<string>();
    const allows = (index: number) =>
      evaluate(`match /probe/{x} { allow read: if !exists(/databases/$(database)/documents/d/n${index}); }`, {
        sharedAccesses,
      }).allowed;
    expect(Array.from({ length: 21 }, (_, index) => allows(index))).toStrictEqual([
      ...Array.from({ length: 20 }, () => true),
      false,
    ]);
    expect([allows(0), allows(19)]).toStrictEqual([true, true]);
  });

  it('a thousand expressions may be evaluated, and no || saves a rule that needs more', () => {
    const sum = (terms: number) => Array.from({ length: terms }, () => 'x').join(' + ');
    const condition = (terms: number) => `${sum(terms)} == '' || true`;
    expect(evaluate(`match /probe/{x} { allow read: if ${condition(200)}; }`).allowed).toBe(true);
    expect(evaluate(`match /probe/{x} { allow read: if ${condition(600)}; }`).message).toContain(
      '1000 expressions',
    );
  });
});

describe('the cost of an evaluation', () => {
  const at = (id: string) => `/databases/$(database)/documents/d/${id}`;
  const costOf = (condition: string, changes: Partial<AccessRequest> = {}) =>
    evaluate(`match /probe/{x} { allow read, write: if ${condition}; }`, changes).cost;

  it('counts each document once, however often and in whatever way it is looked at', () => {
    const twice = `!exists(${at('a')}) && get(${at('a')}) == null && !exists(${at('b')})`;
    const { accesses, documents } = costOf(twice);
    expect(accesses).toBe(2);
    expect([...documents]).toStrictEqual(['d/a', 'd/b']);
  });

  it('counts a document that is looked at before and after the write twice', () => {
    const { accesses, documents } = costOf(`!exists(${at('a')}) && !existsAfter(${at('a')})`);
    expect(accesses).toBe(2);
    expect([...documents]).toStrictEqual(['d/a']);
  });

  it('counts neither what && leaves out nor what would be one document too many', () => {
    expect(costOf(`false && exists(${at('a')})`).accesses).toBe(0);
    const eleven = Array.from({ length: 11 }, (_, index) => `!exists(${at(`n${index}`)})`).join(' && ');
    expect(costOf(eleven).accesses).toBe(10);
  });

  it.each([
    ['true', 0],
    ['1 + 2 == 3', 2],
    ["request.auth == null && x == 'x'", 6],
    ["x == 'y' || x == 'x'", 5],
    ["x == 'x' || x == 'y'", 3],
    ['resource.data.n == 1', 4],
  ])('%s takes %i expressions', (condition, expressions) => {
    expect(costOf(condition, { resource: stored }).expressions).toBe(expressions);
  });

  it('counts the expressions of every allow statement that was tried', () => {
    const body = `match /probe/{x} { allow get: if x == 'y'; allow get: if x == 'x'; }`;
    expect(evaluate(body).cost.expressions).toBe(4);
  });

  it('is that of the most expensive alternative of a query, with the documents of all of them', () => {
    const where = (values: readonly string[]): ShapeFilter => ({
      kind: 'field',
      field: ['who'],
      op: 'in',
      value: values,
    });
    const condition = `resource.data.who == 'ann' || !exists(${at('$(resource.data.who)')})`;
    const list = (values: readonly string[]) =>
      costOf(condition, { method: 'list', path: 'probe/*', query: queryShape({ where: where(values) }) });
    const cheap = list(['ann']);
    const dear = list(['bob']);
    const both = list(['ann', 'bob', 'carl']);
    expect(cheap.expressions).toBeLessThan(dear.expressions);
    expect(both.expressions).toBe(dear.expressions);
    expect([...both.documents]).toStrictEqual(['d/bob', 'd/carl']);
  });

  it('of a denial does not include what it took to word it', () => {
    expect(costOf("x == 'y'").expressions).toBe(2);
    expect(costOf(`exists(${at('a')})`)).toMatchObject({ accesses: 1 });
  });
});

describe('the wording of a denial', () => {
  it('names every allow statement that was tried, by the line of its condition', () => {
    const body = `match /probe/{x} {
      allow get: if false;
      allow create: if true;
      allow read:
        if 1 == 2;
    }`;
    expect(evaluate(body).message).toBe("\nfalse for 'get' @ L5, false for 'get' @ L8");
  });

  it('reports the round without documents and the round with them', () => {
    const body = `match /probe/{x} {
      allow create: if request.resource.data.n == 1;
      allow update: if resource.data.n == 5;
      allow delete: if request.auth.uid == 'ann';
    }`;
    const newData = new Map([['n', 2n]]);
    expect(evaluate(body, { newData, method: 'create' }).message).toBe("\nfalse for 'create' @ L5");
    expect(evaluate(body, { newData, method: 'update', resource: stored }).message).toBe(
      "\nevaluation error at L6:24 for 'update' @ L6, false for 'update' @ L6",
    );
    expect(evaluate(body, { method: 'delete', resource: stored }).message).toBe(
      "\nNull value error. for 'delete' @ L7, Null value error. for 'delete' @ L7",
    );
  });
});

describe('loading a ruleset', () => {
  const firstIssue = (source: string) => compileRuleset(source).issues[0];
  const inRules = (condition: string) =>
    `service cloud.firestore {\n  match /databases/{d}/documents {\n    match /a/{b} { allow read: if ${condition}; }\n  }\n}`;

  it.each([
    ['allow', 1, 1, "Unexpected 'allow'."],
    ['', 1, 1, "Missing 'service' block."],
    ['service cloud.firestore {', 1, 26, 'Unexpected end of file.'],
    ["rules_version = '3';", 1, 17, "Invalid rules_version '3'. Expected one of '1', '2'."],
    ['service /* x', 1, 9, 'Unterminated comment.'],
    ['// x\r\n  /* y\n */ servise a {}', 3, 5, "Unexpected 'servise'."],
    ['service a { function f() { let x = 1 return x; } }', 1, 38, "missing ';' at 'return'"],
    ['service a { match b { } }', 1, 19, "Missing '/' at the start of a path."],
    ['service a { match /b { allow read, fly; } }', 1, 36, "Unexpected 'fly'."],
    [inRules("'a"), 3, 35, 'Unterminated string literal.'],
    [inRules("'\\d'"), 3, 36, "Invalid escape sequence '\\d'."],
    [inRules('9223372036854775808 > 0'), 3, 35, 'Integer literal is out of range: 9223372036854775808.'],
    [inRules("b.matches('(')"), 3, 45, 'Invalid regular expression pattern. Pattern: (.'],
    [
      inRules('b is nothing'),
      3,
      40,
      expect.stringContaining("unsupported type identifier was used with the 'is'"),
    ],
  ])('%j is refused at its place', (source, line, column, message) => {
    const issue = firstIssue(source);
    expect(issue).toStrictEqual({ severity: 'ERROR', line, column, message });
  });

  it.each([
    [inRules('unknown == b'), 3, 35, 'Invalid variable name: unknown.'],
    [inRules('math.isInfinite(1.0)'), 3, 40, 'Invalid function name: math.isInfinite.'],
    [`function f() { return true; } ${inRules('true')}`, 1, 10, 'Unused function: f.'],
    [
      inRules('request.auth.uid.size() + true > 1'),
      3,
      61,
      'Invalid type. Received one of [bool]. Expected one of [int, float, string, duration, timestamp].',
    ],
  ])('%j loads with a warning', (source, line, column, message) => {
    const { ruleset, issues } = compileRuleset(source);
    expect(ruleset).not.toBeNull();
    expect(issues).toContainEqual({ severity: 'WARNING', line, column, message });
  });

  const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);
  const taking = (count: number) => `function f(${names(count).join(', ')}) { return true; }`;
  const binding = (count: number) =>
    `function f() { ${names(count)
      .map((name) => `let ${name} = 1;`)
      .join(' ')} return true; }`;
  /** `count` match statements inside one another, `segments` each. */
  const nested = (count: number, segment: (index: number) => string) =>
    `service cloud.firestore { ${names(count)
      .map((_, index) => `match ${segment(index)} {`)
      .join(' ')} ${'}'.repeat(count)} }`;
  const wildcard = (index: number) => `/{a${index}}/{b${index}}`;

  it.each<[string, string, string, string]>([
    [taking(7), taking(8), inRules('true'), 'A function may have 7 parameters.'],
    [binding(10), binding(11), inRules('true'), 'A function may have 10 let bindings.'],
    [nested(10, () => '/a/b'), nested(11, () => '/a/b'), '', 'Match statements may be nested 10 deep.'],
    [
      nested(10, wildcard),
      nested(10, (index) => (index === 9 ? '/{a}/{b}/{c}' : wildcard(index))),
      '',
      'Nested match statements may have 20 wildcards.',
    ],
    [
      nested(1, () => '/a'.repeat(100)),
      nested(1, () => '/a'.repeat(101)),
      '',
      'The path of nested match statements may have 100 segments.',
    ],
    [' '.repeat(250_000), ' '.repeat(262_145), inRules('true'), 'The rules are larger than 256 KB.'],
  ])('what production refuses to deploy is refused here (%#)', (enough, tooMuch, rest, message) => {
    const errors = (source: string) =>
      compileRuleset(source).issues.filter(({ severity }) => severity === 'ERROR');
    expect(errors(`${enough} ${rest}`)).toStrictEqual([]);
    expect(errors(`${tooMuch} ${rest}`)).toMatchObject([{ message }]);
  });

  it('mutual recursion is an error, also where no rule calls it', () => {
    const source = `function f() { return g(); } function g() { return f(); } ${inRules('true')}`;
    expect(compileRuleset(source)).toMatchObject({
      ruleset: null,
      issues: [{ message: 'Recursive call is not allowed.' }],
    });
  });
});
