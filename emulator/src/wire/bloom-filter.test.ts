import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BloomFilter, toBloomFilter } from './bloom-filter.ts';

/** What a client does, word for word of the published proto. */
function mightContain({ bits: { bitmap, padding }, hashCount }: BloomFilter, name: string): boolean {
  const size = BigInt(bitmap.length * 8 - padding);
  const hash = createHash('md5').update(Buffer.from(name)).digest();
  const [first, second] = [hash.readBigUInt64LE(0), hash.readBigUInt64LE(8)];
  return Array.from({ length: hashCount }, (_, round) => {
    const index = Number(BigInt.asUintN(64, first + BigInt(round) * second) % size);
    return ((bitmap[Math.floor(index / 8)] ?? 0) & (1 << (index % 8))) !== 0;
  }).every(Boolean);
}

const nameOf = (id: string) => `projects/p/databases/(default)/documents/c/${id}`;

describe('a bloom filter', () => {
  it('contains every name, in any script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 }), (ids) => {
        const filter = toBloomFilter(ids.map(nameOf));
        return ids.every((id) => mightContain(filter, nameOf(id)));
      }),
    );
  });

  it('tells names apart that only look the same', () => {
    const filter = toBloomFilter([nameOf('\u00e9')]);
    expect(mightContain(filter, nameOf('\u00e9'))).toBe(true);
    expect(mightContain(filter, nameOf('e\u0301'))).toBe(false);
  });

  it('seems to contain hardly any other name, few or many', () => {
    for (const count of [1, 10, 1000, 20_000]) {
      const filter = toBloomFilter(Array.from({ length: count }, (_, n) => nameOf(`in-${n}`)));
      const others = Array.from({ length: 20_000 }, (_, n) => nameOf(`out-${n}`));
      expect(others.filter((name) => mightContain(filter, name)).length).toBeLessThan(3);
    }
  });

  it('takes 29 bits a name, a kilobyte at least, and says how many bits of the last byte are none', () => {
    const size = (count: number) => {
      const { bits } = toBloomFilter(Array.from({ length: count }, (_, n) => nameOf(`${n}`)));
      return bits.bitmap.length * 8 - bits.padding;
    };
    expect([size(0), size(50), size(1000)]).toStrictEqual([8191, 8191, 28_755]);
    expect(toBloomFilter([]).bits.padding).toBe(1);
  });

  it('of no names contains none', () => {
    const { bits } = toBloomFilter([]);
    expect(bits.bitmap.every((byte) => byte === 0)).toBe(true);
  });
});
