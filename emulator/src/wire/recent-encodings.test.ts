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

it('encodes a document once while it is among the latest, and lets go of the oldest', () => {
  const encoded: string[] = [];
  // Room for two and two.
  const encodings = new RecentEncodings<string>(4 * 1100);
  const ask = (each: Document) =>
    encodings.of(each, () => {
      encoded.push(each.path);
      return each.path.repeat(100);
    });
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(document) as [
    Document,
    Document,
    Document,
    Document,
    Document,
  ];
  for (const each of [a, b, a, c, d, a, b, c]) expect(ask(each)).toBe(each.path.repeat(100));
  expect(encoded).toEqual(['a', 'b', 'c', 'd']);
  for (const each of [e, d, c, a]) ask(each);
  expect(encoded).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
});

it('gives what is larger than all its room, without keeping it', () => {
  const encodings = new RecentEncodings<Uint8Array>(10);
  let times = 0;
  const large = document('large');
  for (let ask = 0; ask < 2; ask += 1) {
    encodings.of(large, () => {
      times += 1;
      return new Uint8Array(1000);
    });
  }
  expect(times).toBe(2);
});
