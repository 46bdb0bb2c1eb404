import { describe, expect, it } from 'vitest';
import { checkFields } from './limits.ts';
import { Reference } from './reference.ts';
import type { Value } from './value.ts';

const check = (fields: Record<string, Value>) => () => checkFields('c/x', new Map(Object.entries(fields)));
const map = (key: string, value: Value): Value => new Map([[key, value]]);
const long = (length: number): string => 'x'.repeat(length);

function nested(levels: number, wrap: (level: number, inner: Value) => Value): Value {
  let value: Value = 1n;
  for (let level = levels; level >= 1; level -= 1) value = wrap(level, value);
  return value;
}

describe('document limits', () => {
  it('allows a value of 1,048,487 bytes and no more, counted in UTF-8', () => {
    expect(check({ s: long(1_048_487) })).not.toThrow();
    expect(check({ s: long(1_048_488) })).toThrow('The value of property "s" is longer than 1048487 bytes.');
    expect(check({ s: '€'.repeat(349_495) })).not.toThrow();
    expect(check({ s: '€'.repeat(349_496) })).toThrow(
      'The value of property "s" is longer than 1048487 bytes.',
    );
    expect(check({ b: new Uint8Array(1_048_488) })).toThrow('The value of property "b" is longer');
  });

  it('blames the array itself or the outermost property', () => {
    expect(check({ a: [long(1_048_488)] })).toThrow(
      'The value of property "array" is longer than 1048487 bytes.',
    );
    expect(check({ m: map('s', long(1_048_488)) })).toThrow('Property m contains an invalid nested entity.');
    expect(check({ a: [map('s', long(1_048_488))] })).toThrow(
      'Property array contains an invalid nested entity.',
    );
    expect(check({ m: map('a', [long(1_048_488)]) })).toThrow(
      'Property m contains an invalid nested entity.',
    );
  });

  it('counts a nested name with its dotted path, an array being called array', () => {
    expect(check({ [long(1500)]: 1n })).not.toThrow();
    expect(check({ [long(1501)]: 1n })).toThrow('The property.name is longer than 1500 bytes.');
    expect(check({ m: map(long(1498), 1n) })).not.toThrow();
    expect(check({ m: map(long(1499), 1n) })).toThrow('Property m contains an invalid nested entity.');
    expect(check({ name: [map(long(1494), 1n)] })).not.toThrow();
    expect(check({ name: [map(long(1495), 1n)] })).toThrow(
      'Property array contains an invalid nested entity.',
    );
    expect(check({ m: map('a', [map(long(1492), 1n)]) })).not.toThrow();
    expect(check({ m: map('a', [map(long(1493), 1n)]) })).toThrow(
      'Property m contains an invalid nested entity.',
    );
  });

  it('allows 20 levels of maps and arrays', () => {
    const maps = (levels: number) => nested(levels, (_, inner) => map('k', inner));
    const turns = (levels: number) =>
      nested(levels, (level, inner) => (level % 2 === 1 ? map('k', inner) : [inner]));
    expect(check({ f: maps(20) })).not.toThrow();
    expect(check({ f: maps(21) })).toThrow('Property f contains an invalid nested entity.');
    expect(check({ f: turns(20) })).not.toThrow();
    expect(check({ f: turns(21) })).toThrow('Property array contains an invalid nested entity.');
    expect(check({ f: turns(22) })).toThrow('Property f contains an invalid nested entity.');
  });

  it('refuses reserved names before anything else, and arrays directly in arrays', () => {
    expect(check({ m: map('__x__', long(1_048_488)) })).toThrow("field name '__x__' is reserved.");
    expect(check({ __x__: 1n })).toThrow('field name __x__ is reserved');
    expect(check({ a: [[1n]] })).toThrow('Nested arrays are not allowed');
  });

  it('refuses a field without a name, wherever it lies', () => {
    expect(check({ '': 1n })).toThrow('The property.name is the empty string.');
    expect(check({ m: map('', 1n) })).toThrow('Property m contains an invalid nested entity.');
    expect(check({ a: [map('', 1n)] })).toThrow('Property array contains an invalid nested entity.');
  });

  it('refuses a reference that names no document, of whatever database', () => {
    const root = 'projects/p/databases/d/documents';
    const referring = (name: string) => check({ m: map('r', [new Reference(name)]) });
    expect(referring(`${root}/c/a/s/__id7__`)).not.toThrow();
    expect(referring('')).toThrow('Document name "" lacks "projects" at index 0.');
    expect(referring('c/a')).toThrow('Document name "c/a" lacks "projects" at index 0.');
    expect(referring(root)).toThrow(`Document name "${root}" lacks "/" at index 32.`);
    expect(referring(`${root}/c`)).toThrow(`Document name "${root}/c" lacks "/" at index 34.`);
    expect(referring(`${root}/c/a/`)).toThrow(`Document name "${root}/c/a/" has invalid trailing "/".`);
    expect(referring(`${root}/c/__x__`)).toThrow('Resource id "__x__" is invalid because it is reserved.');
    expect(referring(`${root}/__x__/a`)).toThrow('Collection id "__x__" is invalid because it is reserved.');
  });

  it('refuses a document over 1 MiB in all', () => {
    expect(check({ a: long(500_000), b: long(548_486) })).not.toThrow();
    expect(check({ a: long(500_000), b: long(548_487) })).toThrow('maximum entity size is 1048576 bytes');
    expect(check({ a: [long(600_000), long(600_000)] })).toThrow('maximum entity size is 1048576 bytes');
  });
});
