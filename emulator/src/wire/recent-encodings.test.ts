import { expect, it } from 'vitest';
import type { Document } from '../values/document.ts';
import { Timestamp } from '../values/timestamp.ts';
import { RecentEncodings } from './recent-encodings.ts';

const time = new Timestamp(1, 0);
const document = (path: string): Document => ({
  path,
  fields: new Map(),
  createTime: time,
  updateTime: time,
});

it('encodes a document when it is wanted again, once while it is among the latest', () => {
  const encoded: string[] = [];
  // Room for two and two.
  const encodings = new RecentEncodings<string>(4 * 1100);
  const ask = (path: string) =>
    encodings.of(documents.get(path) ?? document(path), () => {
      encoded.push(path);
      return path.repeat(100);
    });
  const documents = new Map(['a', 'b', 'c'].map((path) => [path, document(path)]));
  expect(['a', 'a', 'a', 'b'].map(ask)).toStrictEqual([null, 'a'.repeat(100), 'a'.repeat(100), null]);
  expect(['b', 'b', 'a', 'c', 'c', 'c'].map(ask)).toStrictEqual([
    'b'.repeat(100),
    'b'.repeat(100),
    'a'.repeat(100),
    null,
    'c'.repeat(100),
    'c'.repeat(100),
  ]);
  expect(encoded).toStrictEqual(['a', 'b', 'c']);
  // By now the others have gone.
  expect(ask('a')).toBeNull();
});

it('gives what is larger than all its room, without keeping it', () => {
  const encodings = new RecentEncodings<Uint8Array>(2010);
  let times = 0;
  const large = document('large');
  for (let ask = 0; ask < 3; ask += 1) {
    encodings.of(large, () => {
      times += 1;
      return new Uint8Array(1000);
    });
  }
  expect(times).toBe(2);
});
