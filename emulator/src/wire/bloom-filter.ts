/** The bloom filter of an existence filter: by it a client finds which of its documents no longer match. */
import { createHash } from 'node:crypto';

/** As google.firestore.v1.BloomFilter has it; bit n is `bitmap[n / 8] & (1 << n % 8)`. */
export interface BloomFilter {
  readonly bits: { readonly bitmap: Uint8Array; readonly padding: number };
  readonly hashCount: number;
}

/** How often a name that is not in the filter may seem to be. One such name costs the client a whole new answer. */
const FALSE_POSITIVES = 1e-6;
const BITS_PER_NAME = -Math.log2(FALSE_POSITIVES) / Math.LN2;
const HASH_COUNT = Math.round(-Math.log2(FALSE_POSITIVES));
/** In a small filter the two halves of a hash have few remainders, and two names are soon alike in both. */
const FEWEST_BITS = 2 ** 13;
/** So that the product of two remainders is exact. More names than two million would blur each other a little more. */
const MOST_BITS = 2 ** 26;
const WORD = 2 ** 32;

/** The filter of these full resource names. */
export function toBloomFilter(names: readonly string[]): BloomFilter {
  const wanted = Math.ceil(names.length * BITS_PER_NAME);
  // Odd, so that no step of the second half comes back after half of the bits.
  const size = (Math.min(Math.max(wanted, FEWEST_BITS), MOST_BITS) - 1) | 1;
  const bitmap = new Uint8Array(Math.ceil(size / 8));
  for (const name of names) {
    const hash = createHash('md5').update(name, 'utf8').digest();
    let [low, high] = [hash.readUInt32LE(0), hash.readUInt32LE(4)];
    const [lowStep, highStep] = [hash.readUInt32LE(8), hash.readUInt32LE(12)];
    for (let round = 0; round < HASH_COUNT; round += 1) {
      // (high · 2³² + low) mod size, without leaving what a number holds exactly.
      const index = ((high % size) * (WORD % size) + low) % size;
      bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7));
      const sum = low + lowStep;
      low = sum % WORD;
      high = (high + highStep + (sum >= WORD ? 1 : 0)) % WORD;
    }
  }
  return { bits: { bitmap, padding: bitmap.length * 8 - size }, hashCount: HASH_COUNT };
}
