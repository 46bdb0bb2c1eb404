import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { expectRecorded } from './match-recorded.ts';
import { ask, type Running, startRunning } from './running.ts';

interface Case {
  readonly name: string;
  readonly steps: readonly {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly status: number;
    readonly response: unknown;
  }[];
}

const { cases } = fixture<{ cases: readonly Case[] }>('emulator-transforms.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

describe('transforms', () => {
  it.each(cases)('$name', async ({ steps }) => {
    for (const { method, path, body, status, response } of steps) {
      const answer = await ask(running.url, { method, path: `/v1/${path}`, body });
      expect(answer.status, answer.text).toBe(status);
      expectRecorded(answer.json, response);
    }
  });
});
