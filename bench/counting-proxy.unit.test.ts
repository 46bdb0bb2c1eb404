import { expect, it } from 'vitest';
import { createMarkCounter } from './counting-proxy.ts';

it('counts a mark wherever the stream was cut', () => {
  const mark = '"documentChange"';
  const text = `[1,{${mark}:{}}][2,{${mark}:{}}]${mark}${mark} "documentCh`;
  for (let size = 1; size <= text.length; size++) {
    const count = createMarkCounter(mark);
    let total = 0;
    for (let from = 0; from < text.length; from += size) total += count(text.slice(from, from + size));
    expect(total, `in pieces of ${size}`).toBe(4);
  }
});
