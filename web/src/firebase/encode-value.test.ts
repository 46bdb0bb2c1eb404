import { describe, expect, it } from 'vitest';
import { encodeFields, serverTime } from './encode-value.ts';

const encoded = (value: unknown) => encodeFields({ field: value }).fields.field;

describe('a document on its way to Firestore', () => {
  it.each([
    [null, { nullValue: null }],
    [true, { booleanValue: true }],
    ['Grüße 🌊', { stringValue: 'Grüße 🌊' }],
    [3, { integerValue: '3' }],
    [0.5, { doubleValue: 0.5 }],
    [[], { arrayValue: { values: [] } }],
    [['a', 1], { arrayValue: { values: [{ stringValue: 'a' }, { integerValue: '1' }] } }],
    [{}, { mapValue: { fields: {} } }],
    [{ bio: 'x' }, { mapValue: { fields: { bio: { stringValue: 'x' } } } }],
  ])('holds %j', (value, expected) => {
    expect(encoded(value)).toEqual(expected);
  });

  it('holds a time to the nanosecond, padded with zeros', () => {
    const time = { seconds: 1_800_000_000, nanoseconds: 1_002_003, toMillis: () => 0 };
    expect(encoded(time)).toEqual({ timestampValue: '2027-01-15T08:00:00.001002003Z' });
  });

  it('lists the fields that the server fills in', () => {
    expect(encodeFields({ text: 'hello', createdAt: serverTime, since: serverTime })).toEqual({
      fields: { text: { stringValue: 'hello' } },
      serverTimes: ['createdAt', 'since'],
    });
  });

  it.each([[undefined], [Number.NaN], [new Date()], [{ at: serverTime }], [() => {}]])(
    'is refused when it holds %s, which no document of ours does',
    (value) => {
      expect(() => encoded(value)).toThrow(TypeError);
    },
  );
});
