/** A Firestore of its own for each test file, on a free port, and ways to speak to it. */

import { type RunningLocalFirestore, startLocalFirestore } from '../server/local-firestore.ts';
import { RulesBook } from '../server/rules-book.ts';
import type { DeclaredIndexes } from '../service/options.ts';

export interface Running extends RunningLocalFirestore {
  readonly address: string;
  readonly url: string;
  readonly logged: string[];
}

export interface StartOptions {
  readonly rules?: string;
  readonly functions?: { readonly host: string; readonly port: number };
  readonly indexes?: DeclaredIndexes;
  readonly seed?: string;
  readonly project?: string;
  /** Any free one when it is not given. */
  readonly port?: number;
  readonly journal?: string;
  /** Record the costs of `rules`. */
  readonly ruleCosts?: boolean;
}

export async function startRunning(options: StartOptions = {}): Promise<Running> {
  const book = new RulesBook({ costs: options.ruleCosts === true });
  if (options.rules !== undefined) book.load(options.rules);
  const logged: string[] = [];
  const running = await startLocalFirestore(book, {
    host: '127.0.0.1',
    port: options.port ?? 0,
    project: options.project ?? 'demo',
    functions: options.functions ?? null,
    indexes: () => options.indexes ?? null,
    seed: options.seed ?? null,
    journal: options.journal ?? null,
    log: (line) => logged.push(line),
  });
  const address = `127.0.0.1:${running.port}`;
  return { ...running, address, url: `http://${address}`, logged };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export const OWNER = { Authorization: 'Bearer owner' };

/** `body`: text as it is; anything else as JSON. */
export async function ask(url: string, { method, path, body, headers = {} }: Ask): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body === undefined || body === null
      ? {}
      : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // Not every answer is JSON; the caller sees the text.
  }
  return { status: response.status, text, json, headers: response.headers };
}
