import { createHash } from 'node:crypto';
import { type Builtin, globalFunction, overload } from './builtin.ts';

function toBytes(input: string | Uint8Array): Uint8Array {
  return typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
}

function crcTable(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit += 1)
      remainder = remainder & 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
    return remainder;
  });
}

/** The checksum as four bytes, lowest first (recorded: crc32('abc') is C2412435). */
function crc(input: string | Uint8Array, table: Uint32Array): Uint8Array {
  let state = 0xffffffff;
  for (const byte of toBytes(input)) state = (state >>> 8) ^ (table[(state ^ byte) & 0xff] ?? 0);
  const result = Buffer.alloc(4);
  result.writeUInt32LE((state ^ 0xffffffff) >>> 0);
  return result;
}

const ieee = crcTable(0xedb88320);
const castagnoli = crcTable(0x82f63b78);

function hash(name: string, doc: string, run: (input: string | Uint8Array) => Uint8Array): Builtin {
  return globalFunction(`hashing.${name}`, doc, overload(['string or bytes'], 'bytes', run));
}

export const hashingBuiltins: readonly Builtin[] = [
  hash('md5', 'The MD5 hash.', (input) => createHash('md5').update(toBytes(input)).digest()),
  hash('sha256', 'The SHA-256 hash.', (input) => createHash('sha256').update(toBytes(input)).digest()),
  hash('crc32', 'The CRC-32 checksum, lowest byte first.', (input) => crc(input, ieee)),
  hash('crc32c', 'The CRC-32C checksum, lowest byte first.', (input) => crc(input, castagnoli)),
];
