import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryValue } from '../values/arbitrary-value.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { fromJson, toJson } from './json-message.ts';
import { fromJsonTimestamp, toJsonTimestamp } from './json-timestamp.ts';
import { COMMIT_REQUEST, DOCUMENT, LISTEN_RESPONSE, RUN_QUERY_REQUEST, WRITE_REQUEST } from './messages.ts';
import { parseJson } from './parse-json.ts';
import { decodeProtobuf, encodeProtobuf } from './protobuf-message.ts';

const documents = fc
  .dictionary(fc.string(), arbitraryValue)
  .map((fields) => ({ name: 'n', fields: new Map<string, Value>(Object.entries(fields)) }));

describe('a document', () => {
  it('comes back from protobuf as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(decodeProtobuf(DOCUMENT, encodeProtobuf(DOCUMENT, document))).toStrictEqual(
          withFields(document),
        );
      }),
    );
  });

  it('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const read = fromJson(DOCUMENT, parseJson(toJson(DOCUMENT, document)));
        expect(read).toStrictEqual(withFields(document));
      }),
    );
  });

  it('keeps its fields in the order they were written, even those with numbers for names', () => {
    const fields = new Map<string, Value>([
      ['b', 1n],
      ['2', 1n],
      ['1', 1n],
      ['__proto__', 1n],
    ]);
    const names = (text: string) => [...text.matchAll(/"([^"]+)":\{"integerValue/g)].map(([, name]) => name);
    expect(names(toJson(DOCUMENT, { fields }))).toStrictEqual(['b', '2', '1', '__proto__']);
    expect([...(decodeProtobuf(DOCUMENT, encodeProtobuf(DOCUMENT, { fields })).fields ?? [])]).toStrictEqual([
      ...fields,
    ]);
  });
});

/** Neither encoding keeps an empty map of fields apart from none. */
function withFields({ name, fields }: { name: string; fields: ReadonlyMap<string, Value> }) {
  return fields.size === 0 ? { name } : { name, fields };
}

describe('protobuf', () => {
  it('never fails in another way than by refusing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeProtobuf(COMMIT_REQUEST, bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(INTERNAL|INVALID_ARGUMENT)$/) });
        }
      }),
    );
  });

  it('refuses every message that is cut short', () => {
    const whole = encodeProtobuf(COMMIT_REQUEST, {
      database: 'd',
      writes: [{ update: { name: 'n', fields: new Map([['k', 'text']]) } }],
    });
    for (let length = 4; length < whole.length; length += 1) {
      expect(() => decodeProtobuf(COMMIT_REQUEST, whole.subarray(0, length))).toThrow(
        'Invalid protobuf byte sequence',
      );
    }
  });

  it('knows the verify write that the published protos lack', () => {
    const bytes = Uint8Array.of(26, 3, 42, 1, 97);
    expect(decodeProtobuf(WRITE_REQUEST, bytes)).toStrictEqual({ writes: [{ verify: 'a' }] });
  });

  it('keeps the last of two members of a oneof', () => {
    const bytes = Uint8Array.of(26, 6, 18, 1, 97, 42, 1, 98);
    expect(decodeProtobuf(WRITE_REQUEST, bytes)).toStrictEqual({ writes: [{ verify: 'b' }] });
  });

  it('reads wrapped numbers, zero too', () => {
    const message = { structuredQuery: { limit: 0, offset: 3 } };
    expect(decodeProtobuf(RUN_QUERY_REQUEST, encodeProtobuf(RUN_QUERY_REQUEST, message))).toStrictEqual(
      message,
    );
  });

  it.each([
    [253_402_300_800, 0],
    [-62_135_596_801, 0],
    [0, -1],
    [0, 1_000_000_000],
  ])('refuses the time of %d seconds and %d nanoseconds', (seconds, nanos) => {
    const bytes = encodeProtobuf(DOCUMENT, { fields: new Map([['at', new Timestamp(seconds, nanos)]]) });
    expect(() => decodeProtobuf(DOCUMENT, bytes)).toThrow('The timestamp is out of range.');
  });

  it('refuses values nested without end', () => {
    let value: Value = 1n;
    for (let level = 0; level < 200; level += 1) value = [value];
    const bytes = encodeProtobuf(DOCUMENT, { fields: new Map([['deep', value]]) });
    expect(() => decodeProtobuf(DOCUMENT, bytes)).toThrow('The value is nested too deeply.');
  });
});

describe('JSON', () => {
  const readValue = (text: string) =>
    fromJson(DOCUMENT, parseJson(`{"fields":{"v":${text}}}`)).fields?.get('v');

  it.each([
    ['{"integerValue":9007199254740993}', 9_007_199_254_740_993n],
    ['{"integerValue":9223372036854775807}', 2n ** 63n - 1n],
    ['{"integerValue": -9223372036854775808}', -(2n ** 63n)],
    ['{"integerValue":9007199254740993.0}', 9_007_199_254_740_993n],
    ['{"integerValue":1.2e3}', 1200n],
    ['{"integerValue":"1200e-2"}', 12n],
    ['{"integerValue":"+05"}', 5n],
    ['{"integerValue":0e99}', 0n],
    ['{"integerValue":-0}', 0n],
    ['{"doubleValue":-0}', -0],
    ['{"doubleValue":1e21}', 1e21],
    ['{"doubleValue":".5"}', 0.5],
    ['{"doubleValue":9007199254740993}', 9_007_199_254_740_992],
    ['{"stringValue":1.0}', '1.0'],
    ['{"stringValue":"\\\\\\" : 9007199254740993, -0"}', '\\" : 9007199254740993, -0'],
    ['{"stringValue":null,"integer_value":1}', 1n],
  ])('reads every digit of %s', (text, value) => {
    expect(readValue(text)).toStrictEqual(value);
  });

  it.each([
    '{"integerValue":9223372036854775808}',
    '{"integerValue":-9223372036854775809}',
    '{"integerValue":1.5}',
    '{"integerValue":12e-2}',
    '{"integerValue":1e99}',
    '{"integerValue":01}',
    '{"integerValue":1.}',
    '{"integerValue":"."}',
    '{"integerValue":""}',
    '{"doubleValue":1e400}',
    '{"stringValue":null}',
    '{"integerValue":"1","fooValue":null}',
    '{"nullValue":null,"integerValue":"1"}',
    '{"bytesValue":"+_8="}',
    '{}',
  ])('refuses the value %s', (text) => {
    expect(() => readValue(text)).toThrow("Payload isn't valid for request.");
  });

  it('follows values through a hundred messages', () => {
    const nested = (levels: number, open: string, close: string) =>
      `${open.repeat(levels)}{"booleanValue":true}${close.repeat(levels)}`;
    for (const [open, close] of [
      ['{"mapValue":{"fields":{"k":', '}}}'],
      ['{"arrayValue":{"values":[', ']}}'],
    ] as const) {
      expect(() => readValue(nested(49, open, close))).not.toThrow();
      expect(() => readValue(nested(50, open, close))).toThrow("Payload isn't valid for request.");
    }
  });

  it('takes an enum by its name, its number and its number as text', () => {
    const ordered = (direction: unknown) =>
      fromJson(RUN_QUERY_REQUEST, { structuredQuery: { orderBy: [{ direction }] } });
    for (const direction of ['DESCENDING', 2, '2']) {
      expect(ordered(direction)).toStrictEqual({
        structuredQuery: { orderBy: [{ direction: 'DESCENDING' }] },
      });
    }
    for (const direction of ['UP', 99, '99', 1.5, true]) {
      expect(() => ordered(direction)).toThrow("Payload isn't valid for request.");
    }
  });

  it('leaves defaults out, but not in a oneof', () => {
    const change = {
      targetChange: { targetChangeType: 'NO_CHANGE', targetIds: [], readTime: new Timestamp(0, 0) },
    };
    expect(toJson(LISTEN_RESPONSE, change)).toBe('{"targetChange":{"readTime":"1970-01-01T00:00:00Z"}}');
    expect(toJson(WRITE_REQUEST, { writes: [{ currentDocument: { exists: false } }] })).toBe(
      '{"writes":[{"currentDocument":{"exists":false}}]}',
    );
  });

  it('takes both spellings of a name, quoted numbers, and null for nothing', () => {
    const json = { structured_query: { limit: '5', where: null, order_by: [] } };
    expect(fromJson(RUN_QUERY_REQUEST, json)).toStrictEqual({ structuredQuery: { limit: 5, orderBy: [] } });
  });

  it.each([
    ['2026-01-02T03:04:05Z', new Timestamp(1_767_323_045, 0)],
    ['2026-01-02T03:04:05.5Z', new Timestamp(1_767_323_045, 500_000_000)],
    ['2026-01-02T05:04:05.000000001+02:00', new Timestamp(1_767_323_045, 1)],
    ['0001-01-01T00:00:00Z', new Timestamp(-62_135_596_800, 0)],
  ])('reads the time %s', (text, time) => {
    expect(fromJsonTimestamp(text)).toStrictEqual(time);
  });

  it.each([
    '',
    '2026-01-02',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    5,
    null,
  ])('refuses the time %s', (text) => {
    expect(() => fromJsonTimestamp(text)).toThrow("Payload isn't valid for request.");
  });

  it.each([
    [0, '"1970-01-01T00:00:00Z"'],
    [120_000_000, '"1970-01-01T00:00:00.120Z"'],
    [120_000, '"1970-01-01T00:00:00.000120Z"'],
    [12, '"1970-01-01T00:00:00.000000012Z"'],
  ])('writes %d nanoseconds with as many digits as they need, by threes', (nanos, text) => {
    expect(toJsonTimestamp(new Timestamp(0, nanos))).toBe(text);
  });
});
