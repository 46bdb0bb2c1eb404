import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { type Running, startRunning } from './running.ts';

interface Case {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly outcome: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

const { cases } = fixture<{ cases: readonly Case[] }>('emulator-cors.json');
const COMPARED = /^(access-control-|content-type$)/;

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

/** By hand, because fetch sends headers of its own and hides others. */
function send({ method, path, headers, body }: Case) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: running.port, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    },
  );
}

describe('CORS', () => {
  it.each(cases)('$name', async (row) => {
    const answer = await send(row);
    expect(answer.status).toBe(row.outcome.status);
    expect(answer.body).toBe(row.outcome.body);
    const compared = Object.entries(answer.headers).filter(([name]) => COMPARED.test(name));
    expect(Object.fromEntries(compared)).toStrictEqual(row.outcome.headers);
  });
});
