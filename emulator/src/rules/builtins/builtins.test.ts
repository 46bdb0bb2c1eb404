/** What the recorded expressions leave out: one row a fact. Rows that no record backs follow the reference pages. */
import { describe, expect, it } from 'vitest';
import { GeoPoint } from '../../values/geo-point.ts';
import { Reference } from '../../values/reference.ts';
import type { Value } from '../../values/value.ts';
import { compileRuleset } from '../compile-ruleset.ts';
import { evaluateAccess } from '../evaluate-access.ts';
import { accessRequest, document, readerOf } from '../testing/access-requests.ts';
import { type ConditionVerdict, rulesFor, verdictOf } from '../testing/condition-verdict.ts';
import { testableTypes } from '../values/type-names.ts';
import { acceptedTypes, type ParameterKind } from './builtin.ts';
import { functions, methods } from './table.ts';

const stored: Readonly<Record<string, Value>> = {
  ref: new Reference('projects/demo-test/databases/(default)/documents/users/ann'),
  refs: [new Reference('projects/demo-test/databases/(default)/documents/users/ann')],
  place: new GeoPoint(52.5, 13.4),
  vector: new Map<string, Value>([
    ['__type__', '__vector__'],
    ['value', [1, 2]],
  ]),
  bytes: new Uint8Array([1, 255]),
};

function holds(expression: string): ConditionVerdict {
  return verdictOf(expression, accessRequest({ resource: document('probe/x', stored) }));
}

/** Values at the edge of each type, as source. */
const edges: Readonly<Record<string, readonly string[]>> = {
  null: ['null'],
  bool: ['true', 'false'],
  int: ['0', '1', '-1', '9223372036854775807', '-9223372036854775808'],
  float: ['0.0', '-0.0', '1.5', '-2.5', '1e308', '1.0 / 0.0', '-1.0 / 0.0', '0.0 / 0.0'],
  string: [
    "''",
    "'a'",
    "'\\u0000'",
    "'\\ud83d\\ude00'",
    "'\\ud83d'",
    "'[' + ''",
    "'/a/{x}'",
    "'$1'",
    "'9' + '99'",
    "'w'",
  ],
  bytes: ["''.toUtf8()", "'\\ud83d'.toUtf8()"],
  list: ['[]', "[1, 'a', null]", '[[1], {}]', '[0.0 / 0.0]', "['a', 'b']"],
  set: ['[].toSet()', '[1, [1]].toSet()'],
  map: ['{}', "{'a': 1}", "{'x': 'b'}", "{'a': {'b': null}}", 'resource.data'],
  map_diff: ["{}.diff({'a': 1})", "{'a': 1}.diff({'a': 1.0})"],
  path: ['/a', "path('/a/{x}')", 'request.path'],
  timestamp: ['timestamp.value(0)', 'timestamp.date(1, 1, 1)', 'timestamp.date(9999, 12, 31)'],
  duration: ["duration.value(0, 's')", "duration.value(3652500, 'd')", "duration.value(-3652500, 'd')"],
  latlng: ['latlng.value(0, 0)', 'latlng.value(90, 180)', 'latlng.value(-90, -180)'],
};

function edgesOf(parameter: ParameterKind): readonly string[] {
  return (acceptedTypes[parameter] ?? Object.keys(edges)).flatMap((type) => edges[type] ?? []);
}

function combinations(choices: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return choices.reduce<readonly (readonly string[])[]>(
    (lists, choice) => lists.flatMap((list) => choice.map((one) => [...list, one])),
    [[]],
  );
}

describe('built-in functions and methods', () => {
  it.each([
    "'a1b22c'.split('[0-9]+') == ['a', 'b', 'c']",
    "'a,b,'.split(',') == ['a', 'b'] && ',,'.split(',') == [] && ''.split(',') == []",
    "{'b': 1, '\\uff5e': 3, '\\ud83d\\ude00': 4, 'a': 2}.keys() == ['a', 'b', '\\uff5e', '\\ud83d\\ude00']",
    "{'b': 1, 'a': 2}.values() == [2, 1]",
    "path('/a/b') == path('a/b')",
    'get(/databases/$(database)/documents/nothing/here) == null',
    'math.round(0.49999999999999994) == 0 && math.round(-2.5) == -2 && math.round(4503599627370497.0) == 4503599627370497',
    '9007199254740993 == 9007199254740992.0 && 9223372036854775807 == 9223372036854775807.0',
    '!(9007199254740993 > 9007199254740992.0) && 9007199254740993 > 9007199254740992',
    "duration.value(3652500, 'd').seconds() == 315576000000",
    "'\\101\\x41\\X41\\u0041\\U00000041' == 'AAAAA' && '\\000'.size() == 1",
    "'x' in 'x'.split('nothing')",
    "'abc'.replace('b', '[$0]') == 'a[b]c'",
    "'abc'.replace('b', '$') == 'a$c' && 'abc'.replace('b', '$x') == 'a$xc' && 'abc'.replace('b', 'x\\\\') == 'ax\\\\c'",
    "'abc'.replace('b', '\\\\$0') == 'a$0c' && 'abc'.replace('(?P<n>b)', '[\\u0024{n}$1]') == 'a[bb]c'",
    "'ÄÖ'.lower() == 'äö' && 'straße'.size() == 6",
    "' \\ta\\n'.trim() == 'a'",
    "['a', 1, 2.5, true, null, path('/x/y')].join('|') == 'a|1|2.5|true|null|/x/y'",
    "string(1.0) == '1.0' && string(12345678.0) == '1.2345678E7' && string(0.0001) == '1.0E-4'",
    "int('+7') == 7 && int('-9223372036854775808') < 0 && float('-1.5e2') == -150.0",
    '[1, 2, 2].concat([3]).removeAll([2]) == [1, 3]',
    '[1, 1, 2].toSet().size() == 2 && [[1], [1]].toSet().size() == 1',
    "{'a': {'b': null}}.get(['a', 'b'], 1) == null && {'a': 1}.get(['a', 'b'], 2) == 2",
    "{'a': 1, 'b': 2}.diff({'b': 3, 'c': 4}).addedKeys() == ['a'].toSet()",
    "{'a': 1, 'b': 2}.diff({'b': 3, 'c': 4}).removedKeys() == ['c'].toSet()",
    "{'a': 1, 'b': 2}.diff({'b': 3, 'c': 4}).affectedKeys() == ['a', 'b', 'c'].toSet()",
    'timestamp.date(2024, 2, 29).dayOfYear() == 60 && timestamp.date(2023, 12, 31).dayOfWeek() == 7',
    'timestamp.value(-1).nanos() == 999000000 && timestamp.value(-1).toMillis() == -1',
    "timestamp.date(2020, 1, 2).time() + duration.value(90, 'm') == duration.time(1, 30, 0, 0)",
    "timestamp.value(0) + duration.value(25, 'h') > timestamp.date(1970, 1, 2)",
    "(timestamp.value(0) + duration.value(3661, 's')).hours() == 1",
    "(timestamp.value(0) + duration.value(3661, 's')).minutes() == 1",
    "(timestamp.value(0) + duration.value(3661, 's')).seconds() == 1",
    "-duration.value(1, 'd') == duration.value(-86400, 's')",
    'latlng.value(0, 0).distance(latlng.value(0, 1)) > 111000.0',
    'latlng.value(0, 0).distance(latlng.value(0, 1)) < 111400.0',
    "hashing.crc32c('123456789').toHexString() == '839206E3'",
    "path('/users/{uid}').bind({'uid': 'ann'}) == /users/ann",
    "/a/$('b')/$(path('c/d')) == path('a/b/c/d')",
    'resource.data.ref == /databases/$(database)/documents/users/ann && resource.data.ref is path',
    'resource.data.ref in resource.data.refs && resource.data.refs[0][4] == "ann"',
    'resource.data.refs.hasAny([/databases/$(database)/documents/users/ann])',
    'resource.data.place.latitude() == 52.5 && resource.data.place is latlng',
    'resource.data.vector is vector && !(resource.data.vector is map)',
    "resource.data.bytes.toBase64() == 'Af8=' && resource.data.bytes.size() == 2",
    '[1].toSet() != [1, 2].toSet() && [1, 2].toSet() != [1].toSet() && [1, 2].toSet() == [2, 1].toSet()',
    "[1] != [1, 2] && [1, 2] != [1] && {'a': 1} != {'a': 1, 'b': 2} && {'a': 1, 'b': 2} != {'a': 1}",
    '1 == 1.0 && !(1 in [1.0]) && 2 > 1.5',
    '0.0 / 0.0 != 0.0 / 0.0 && [0.0 / 0.0] == [0.0 / 0.0] && 0.0 / 0.0 in [1, 0.0 / 0.0] && 0.0 == -0.0',
    "{'a': 0.0 / 0.0, 'b': 1}.diff({'a': 0.0 / 0.0, 'b': 1.0}).affectedKeys() == ['b'].toSet()",
    '-9223372036854775808 < 0 && -7 % 3 == -1 && 7 / -2 == -3',
  ])('%s', (expression) => {
    expect(holds(expression)).toBe('true');
  });

  it.each([
    'timestamp.date(2023, 2, 29) is timestamp',
    "duration.value(1, 'y') is duration",
    'latlng.value(91, 0) is latlng',
    "int('1.5') == 1",
    "int('') == 0",
    "float('1,5') == 1.5",
    "'abc'.matches('[' + 'x')",
    "'abc'.replace('b', '$1') == 'ac'",
    "'abc'.size(1) == 3",
    "[['a']].join(',') == 'a'",
    "path('/users/{uid}').bind({}) == path('/users/ann')",
    "{'a': 1}.get('b') == null",
    "{1: 'a'}.size() == 1",
    '1 % 0 == 0',
    '-9223372036854775808 / -1 > 0',
    '[1, 2][-1] == 2',
    "'abc'['a'] == 'a'",
    'get(/databases/$(database)/documents/nothing/here).data == null',
    'getAfter(/databases/$(database)/documents/nothing/here) == null',
    "{'a': 1}.get([], 0) == 0",
    "path('/a//b') is path",
    "path('/a/') is path",
    "path('') is path",
    "duration.value(3652501, 'd') is duration",
    "duration.value(9223372036854775807, 'w') is duration",
    "duration.value(3652500, 'd') + duration.value(1, 'ns') is duration",
    'request.auth.uid == null',
    'firestore.get(/databases/(default)/documents/a/b).data.a == 1',
    'unknownFunction(1) == 1',
    '!null',
    '!1',
    "!'a' || !'b'",
    '!resource.data.place || false',
    "'a'.b == null",
    '[1].a == null',
    "path('/a').a == null",
    'resource.data.ref.id == null',
    'true < false',
    'null >= null',
  ])('%s is an error', (expression) => {
    expect(holds(expression)).toBe('error');
  });

  it('an error names every list of types that would have been right', () => {
    const messageOf = (condition: string) => {
      const compiled = compileRuleset(rulesFor(condition)).ruleset;
      return compiled === null ? '' : evaluateAccess(compiled, accessRequest(), readerOf([])).message;
    };
    expect(messageOf("string([1]) == ''")).toContain(
      'Received: string(list). Expected: string(int), string(float), string(null), string(string), string(bool), string(path).',
    );
    expect(messageOf('[1].hasAny(2)')).toContain(
      'Received: list.hasAny(int). Expected: list.hasAny(list), list.hasAny(set), set.hasAny(list), set.hasAny(set).',
    );
  });

  it.each([...functions.values(), ...methods.values()])(
    'a $kind gives the type it says, or an error, for every value at the edge of what it takes: $name',
    ({ name, kind, overloads }) => {
      for (const { parameters, result } of overloads) {
        const type = testableTypes.find((known) => known === result && known !== 'set');
        const verdicts = combinations(parameters.map(edgesOf)).map(([first = '', ...rest]) => {
          const args = rest.join(', ');
          const call =
            kind === 'method' ? `(${first}).${name}(${args})` : `${name}(${[first, ...rest].join(', ')})`;
          return holds(type === undefined ? `[${call}].size() == 1` : `${call} is ${type}`);
        });
        expect(verdicts).toContain('true');
        expect(verdicts).not.toContain('false');
      }
    },
  );

  it('every entry of the table says what it does', () => {
    for (const { name, doc, overloads } of [...methods.values(), ...functions.values()]) {
      expect(doc, name).toMatch(/\.$/);
      expect(overloads.length, name).toBeGreaterThan(0);
    }
  });

  it.each([
    ['x + x', "'a'"],
    ["x.replace('', x)", "'ab'"],
    ["[x, x].join('')", "'a'"],
    ["['a', 'b', 'c'].join(x)", "'a'"],
    ['x.toUtf8().toHexString()', "'a'"],
    ['x.concat(x)', '[1]'],
    ['[x, x]', '1'],
    ["{'a': x, 'b': x}.values()", '1'],
    ['/a/$(x)/$(x)', "'a'"],
    ["path('/{p}/{p}').bind({'p': x})", "'a'"],
  ])('%s of itself without end is an error, not the end of the process', (doubled, first) => {
    const times = 40;
    const source = `service cloud.firestore { function twice(x) { return ${doubled}; }
      match /databases/{d}/documents { match /probe/{id} {
        allow read: if ${'twice('.repeat(times)}${first}${')'.repeat(times)} == null; } } }`;
    const { ruleset } = compileRuleset(source);
    if (ruleset === null) throw new Error('the rules do not compile');
    expect(evaluateAccess(ruleset, accessRequest(), readerOf([])).message).toContain('too large');
  });

  it('a chain of a hundred thousand additions does not compile, and does not crash', () => {
    expect(verdictOf(`${'1 + '.repeat(100_000)}1 > 0`)).toBe('compile-error');
  });
});
