import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLines } from './follow-lines.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sameboat-lines-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('following a log', () => {
  it('tells each line once, when it is complete, from before the file is there', async () => {
    const path = join(directory, 'a.log');
    const heard: string[] = [];
    const stop = followLines(path, (line) => heard.push(line));
    appendFileSync(path, 'one\ntw');
    await vi.waitFor(() => expect(heard).toEqual(['one']), 5000);
    appendFileSync(path, 'o\nthree\n');
    await vi.waitFor(() => expect(heard).toEqual(['one', 'two', 'three']), 5000);
    stop();
  });

  it('keeps a character whole of which half is there, and begins again with a file that does', async () => {
    const path = join(directory, 'a.log');
    const heard: string[] = [];
    const line = Buffer.from('cut …\n');
    writeFileSync(path, line.subarray(0, 5));
    const stop = followLines(path, (each) => heard.push(each));
    appendFileSync(path, line.subarray(5));
    await vi.waitFor(() => expect(heard).toEqual(['cut …']), 5000);
    writeFileSync(path, 'new\n');
    await vi.waitFor(() => expect(heard).toEqual(['cut …', 'new']), 5000);
    stop();
  });
});
