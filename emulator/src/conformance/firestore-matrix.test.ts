import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { type Answer, ask, OWNER, type Running, startRunning } from './running.ts';

interface Step {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly expect: {
    readonly status: number;
    readonly code: string;
    readonly message?: string;
    readonly text?: string;
    readonly documents?: readonly string[];
    readonly entries?: number;
    readonly shape?: string;
  };
}
interface Program {
  readonly id: string;
  readonly seed: readonly { readonly path: string; readonly fields: unknown }[];
  readonly steps: readonly Step[];
}

const ROOT = '/v1/projects/demo-firestore-probe/databases/(default)/documents';
const { programs } = fixture<{ programs: readonly Program[] }>('firestore-matrix.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

/** Fills `{"$from": step, "path": a.b}` with a value of an earlier answer. */
function fill(part: unknown, answers: ReadonlyMap<string, Answer>): unknown {
  if (typeof part === 'string') {
    return part.replace(/\{\{repeat:(.):(\d+)\}\}/g, (_, letter: string, count: string) =>
      letter.repeat(Number(count)),
    );
  }
  if (Array.isArray(part)) return part.map((inner) => fill(inner, answers));
  if (typeof part !== 'object' || part === null) return part;
  if ('$from' in part && 'path' in part) {
    let value: unknown = answers.get(String(part.$from))?.json;
    for (const key of String(part.path).split('.')) value = (value as Record<string, unknown>)[key];
    return value;
  }
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, fill(inner, answers)]));
}

function shapeOf(json: unknown): string {
  if (Array.isArray(json)) return `${json.length} aggregation result`;
  const body = json as Record<string, unknown>;
  if (Array.isArray(body.writeResults) && !('status' in body))
    return `commit(${body.writeResults.length} results)`;
  if ('name' in body) return 'document';
  return `object(${Object.keys(body).join(',')})`;
}

function documentsOf(json: unknown): string[] {
  const entries = json as { document?: { name: string } }[];
  return entries.flatMap(({ document }) => (document ? [document.name.split('/documents/')[1] ?? ''] : []));
}

function check(step: Step, answer: Answer): void {
  const { status, code, message, text, documents, entries, shape } = step.expect;
  expect(answer.status, answer.text).toBe(status);
  if (text !== undefined) expect(answer.text).toBe(text);
  if (documents) expect(documentsOf(answer.json)).toStrictEqual(documents);
  if (entries !== undefined) expect(answer.json).toHaveLength(entries);
  if (shape !== undefined) expect(shapeOf(answer.json)).toBe(shape);
  if (status >= 400 && code !== 'non-json') {
    const { error } = answer.json as { error: { status: string; message: string } };
    expect(error.status).toBe(code);
    // Some rows keep a placeholder for a time.
    const pattern = (message ?? '').split(/<[^>\n]*, us>/);
    if (pattern.length === 1) expect(error.message).toBe(message);
    else for (const part of pattern) expect(error.message).toContain(part);
  }
}

describe.each(programs)('$id', ({ seed, steps }) => {
  const answers = new Map<string, Answer>();
  beforeAll(async () => {
    await ask(running.url, { method: 'POST', path: '/reset' });
    for (const { path, fields } of seed) {
      const answer = await ask(running.url, {
        method: 'PATCH',
        path: `${ROOT}/${path}`,
        body: { fields },
        headers: OWNER,
      });
      expect(answer.status, answer.text).toBe(200);
    }
  });

  it.each(steps)('$id', async (step) => {
    const body = step.body === undefined ? undefined : fill(step.body, answers);
    const path = String(fill(step.path, answers));
    const answer = await ask(running.url, { method: step.method, path, body, headers: OWNER });
    answers.set(step.id, answer);
    check(step, answer);
  });
});
