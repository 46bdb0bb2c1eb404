import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { expectRecorded } from './match-recorded.ts';
import { ask, type Running, startRunning } from './running.ts';
import { type ChannelAnswer, unframe, WebChannelClient } from './webchannel-client.ts';

interface Step {
  readonly op: 'handshake' | 'open' | 'read' | 'commit' | 'forward' | 'terminate' | 'unknown';
  readonly session?: string;
  readonly rpc?: string;
  readonly method?: string;
  readonly ci?: number;
  readonly until?: string;
  readonly messages?: readonly unknown[];
  readonly writes?: unknown;
  readonly outcome: {
    readonly status: number;
    readonly frame?: unknown;
    readonly body?: string;
    readonly messages?: unknown;
    readonly ended?: boolean;
  };
}

const { steps } = fixture<{ steps: readonly Step[] }>('emulator-webchannel.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

const sessions = new Map<string, WebChannelClient>();

function sessionOf({ session = '' }: Step): WebChannelClient {
  const client = sessions.get(session);
  if (!client) throw new Error(`No session ${session}.`);
  return client;
}

function checkAnswer(answer: ChannelAnswer, { outcome }: Step): void {
  expect(answer.status).toBe(outcome.status);
  if (outcome.frame) expectRecorded(unframe(answer.text)[0], outcome.frame);
  if (outcome.body !== undefined) expect(answer.text).toBe(outcome.body);
}

/** The recording does not spell its megabyte out. */
const spellOut = (messages: readonly unknown[] = []) =>
  JSON.parse(
    JSON.stringify(messages).replace(/<\\"x\\" repeated, more than (\d+) times>/, (_, count: string) =>
      'x'.repeat(Number(count) + 1),
    ),
  );

const run: Readonly<Record<Step['op'], (step: Step) => Promise<void>>> = {
  handshake: async (step) => {
    const client = new WebChannelClient(running.port, step.rpc ?? '');
    sessions.set(step.session ?? '', client);
    checkAnswer(await client.handshake(step.messages ?? []), step);
  },
  open: async (step) => expect(await sessionOf(step).open(step.ci ?? 0)).toBe(step.outcome.status),
  read: async (step) => {
    const { messages, ended } = await sessionOf(step).read(step.until ?? '');
    expectRecorded({ messages, ended }, step.outcome);
  },
  commit: async (step) => {
    const path = '/v1/projects/webchannel/databases/(default)/documents:commit';
    const answer = await ask(running.url, { method: 'POST', path, body: { writes: step.writes } });
    expect(answer.status).toBe(step.outcome.status);
  },
  forward: async (step) => checkAnswer(await sessionOf(step).forward(spellOut(step.messages)), step),
  terminate: async (step) => {
    checkAnswer(await sessionOf(step).terminate(), step);
    sessionOf(step).abandon();
  },
  unknown: async (step) => {
    const client = new WebChannelClient(running.port, step.rpc ?? '');
    client.sid = 'nobody';
    const query = { VER: '8', SID: 'nobody', RID: step.method === 'GET' ? 'rpc' : '5' };
    if (step.method === 'terminate') checkAnswer(await client.terminate(), step);
    else checkAnswer(await client.send(step.method ?? '', query, step.method === 'GET' ? null : ''), step);
  },
};

describe('WebChannel', () => {
  it.each(steps.map((step, index) => ({ ...step, index })))('$index $op $session', async (step) => {
    await run[step.op](step);
  });
});
