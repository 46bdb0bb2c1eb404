import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { ask, OWNER, type Running, startRunning } from './running.ts';

interface Expectation {
  readonly status: number;
  readonly code: string;
  readonly message?: string;
  readonly messageTruncatedAt?: number;
  readonly entries?: number;
  readonly documents?: number | readonly string[];
}
interface Step {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly expect: Expectation;
}
interface Program {
  readonly id: string;
  readonly rules: string;
  readonly seed?: readonly { readonly path: string; readonly fields: unknown }[];
  readonly compileError?: { readonly status: number; readonly body: unknown };
  readonly steps?: readonly Step[];
}

const PROJECT = 'demo-rules-matrix';
const { cases } = fixture<{ cases: readonly Program[] }>('rules-programs.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

const load = (rules: string) =>
  ask(running.url, {
    method: 'PUT',
    path: `/emulator/v1/projects/${PROJECT}:securityRules`,
    body: { rules: { files: [{ name: 'firestore.rules', content: rules }] } },
  });

function errorOf(json: unknown): { status: string; message: string } | undefined {
  const answer = (Array.isArray(json) ? json[0] : json) as { error?: { status: string; message: string } };
  return answer.error;
}

function checkError(json: unknown, { code, message, messageTruncatedAt }: Expectation): void {
  const error = errorOf(json);
  expect(error?.status).toBe(code);
  if (message !== undefined) expect(error?.message.slice(0, messageTruncatedAt)).toBe(message);
}

describe.each(cases.filter(({ steps }) => steps))('$id', ({ rules, seed = [], steps = [] }) => {
  beforeAll(async () => {
    const documents = `/emulator/v1/projects/${PROJECT}/databases/(default)/documents`;
    await ask(running.url, { method: 'DELETE', path: documents });
    const loaded = await load(rules);
    expect(loaded.status, loaded.text).toBe(200);
    for (const { path, fields } of seed) {
      const target = `/v1/projects/${PROJECT}/databases/(default)/documents/${path}`;
      const answer = await ask(running.url, {
        method: 'PATCH',
        path: target,
        body: { fields },
        headers: OWNER,
      });
      expect(answer.status, answer.text).toBe(200);
    }
  });

  it.each(steps)('$id', async (step) => {
    const answer = await ask(running.url, step);
    expect(answer.status, answer.text).toBe(step.expect.status);
    if (step.expect.status >= 400) checkError(answer.json, step.expect);
    if (step.expect.entries !== undefined) expect(answer.json).toHaveLength(step.expect.entries);
    if (typeof step.expect.documents === 'number') {
      const found = (answer.json as { document?: unknown }[]).filter(({ document }) => document);
      expect(found).toHaveLength(step.expect.documents);
    }
  });
});

describe.each(cases.filter(({ compileError }) => compileError))('$id', ({ rules, compileError }) => {
  it('is refused', async () => {
    const answer = await load(rules);
    expect(answer.status).toBe(compileError?.status);
    expect(answer.json).toStrictEqual(compileError?.body);
  });
});
