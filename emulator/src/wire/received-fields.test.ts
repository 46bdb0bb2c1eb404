import { expect, it } from 'vitest';
import type { MapValue, Value } from '../values/value.ts';
import { ReceivedFields } from './received-fields.ts';

const fieldsOf = (...names: readonly string[]): MapValue =>
  new Map(names.map((name): [string, Value] => [name, 1n]));

function bytesOf(received: ReceivedFields, fields: MapValue): string | null {
  const span = received.of(fields);
  return span === null ? null : span.request.toString('utf8', span.start, span.end);
}

it('finds the bytes that fields came in, and only of the very same map', () => {
  const received = new ReceivedFields();
  const one = fieldsOf('a', 'b');
  const other = fieldsOf('c');
  received.begin(Buffer.from('..aabbb.cc'));
  received.note(one, 2, 4);
  received.note(one, 4, 7);
  received.note(other, 8, 10);
  expect(bytesOf(received, one)).toBe('aabbb');
  expect(bytesOf(received, other)).toBe('cc');
  expect(bytesOf(received, fieldsOf('c'))).toBeNull();
});

it('does not know fields with something else between them, nor with a key that came twice', () => {
  const received = new ReceivedFields();
  const apart = fieldsOf('a', 'b', 'c');
  const twice = fieldsOf('a');
  received.begin(Buffer.from('aa.bbcc--a1a2'));
  received.note(apart, 0, 2);
  received.note(apart, 3, 5);
  received.note(apart, 5, 7);
  received.note(twice, 9, 11);
  received.note(twice, 11, 13);
  expect(bytesOf(received, apart)).toBeNull();
  expect(bytesOf(received, twice)).toBeNull();
});

it('lets go of the oldest requests, and never keeps one that takes all its room', () => {
  const received = new ReceivedFields(200);
  const all = ['a', 'b', 'c', 'd'].map((name) => fieldsOf(name));
  for (const fields of all) {
    received.begin(Buffer.alloc(60));
    received.note(fields, 0, 10);
  }
  const large = fieldsOf('large');
  received.begin(Buffer.alloc(101));
  received.note(large, 0, 10);
  expect(all.map((fields) => received.of(fields) !== null)).toStrictEqual([false, false, true, true]);
  expect(received.of(large)).toBeNull();
});
