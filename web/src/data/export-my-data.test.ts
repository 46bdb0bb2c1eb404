import { Blob as WholeBlob } from 'node:buffer';
import type { ExportMyDataInput } from '@sameboat/model/export-my-data';
import { describe, expect, it, vi } from 'vitest';
import { createDataExport, type ExportProgress } from './export-my-data.ts';

// jsdom's cannot be read as a stream.
vi.stubGlobal('Blob', WholeBlob);

const picture = `chats/evening/images/ada/${'p'.repeat(20)}`;
const next = { section: 1, page: 1, after: null };
const never = new AbortController().signal;

/** Two pages, the first with a picture that the second names again. */
function answer(input: ExportMyDataInput): unknown {
  if (input.kind === 'picture') return { content: btoa('RIFF....WEBP and more') };
  return input.cursor === null
    ? { files: [{ name: 'profile.json', text: '[]' }], pictures: [picture], next, done: 1, of: 2 }
    : {
        files: [{ name: 'messages.json', text: '["hello"]' }],
        pictures: [picture],
        next: null,
        done: 2,
        of: 2,
      };
}

describe('an export of my data', () => {
  it('asks for page after page, then for each picture once, and makes a zip of them', async () => {
    const asked: ExportMyDataInput[] = [];
    const reports: ExportProgress[] = [];
    const call = async (input: ExportMyDataInput) => {
      asked.push(input);
      return answer(input);
    };
    const zip = await createDataExport(call).run((progress) => reports.push(progress), never);
    expect(asked).toEqual([
      { kind: 'page', cursor: null },
      { kind: 'page', cursor: next },
      { kind: 'picture', path: picture },
    ]);
    expect(reports.map(({ done }) => done)).toEqual([0, 0.25, 0.5, 1]);
    const words = await zip.text();
    for (const name of ['README.txt', 'profile.json', 'messages.json', `pictures/${'p'.repeat(20)}.webp`]) {
      expect(words).toContain(name);
    }
    expect(words).toContain('["hello"]');
    expect(words).toContain('it is theirs');
  });

  it('goes on where it broke off', async () => {
    const asked: string[] = [];
    let breaks = true;
    const call = async (input: ExportMyDataInput) => {
      asked.push(input.kind === 'page' ? `page ${input.cursor?.section ?? 0}` : 'picture');
      if (breaks && asked.length === 2) throw new Error('the connection broke');
      return answer(input);
    };
    const dataExport = createDataExport(call);
    await expect(dataExport.run(() => {}, never)).rejects.toThrow('the connection broke');
    breaks = false;
    await dataExport.run(() => {}, never);
    expect(asked).toEqual(['page 0', 'page 1', 'page 1', 'picture']);
  });

  it('asks for nothing more once it is cancelled', async () => {
    const cancelling = new AbortController();
    let calls = 0;
    const call = async (input: ExportMyDataInput) => {
      calls += 1;
      cancelling.abort();
      return answer(input);
    };
    await expect(createDataExport(call).run(() => {}, cancelling.signal)).rejects.toThrow(/abort/i);
    expect(calls).toBe(1);
  });

  it('leaves out a picture that is gone by now', async () => {
    const call = async (input: ExportMyDataInput) =>
      input.kind === 'picture' ? { content: null } : answer(input);
    const zip = await createDataExport(call).run(() => {}, never);
    expect(await zip.text()).not.toContain('.webp');
  });
});
