import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Timestamp } from '../values/timestamp.ts';
import { fromJson } from '../wire/json-message.ts';
import { COMMIT, LIST_DOCUMENTS } from '../wire/unary-rpcs.ts';
import { fixture } from './fixture.ts';
import { GrpcClient } from './grpc-client.ts';
import { ask, OWNER, type Running, startRunning } from './running.ts';

interface GrpcCase {
  readonly name: string;
  readonly request: Record<string, unknown>;
  readonly parent: string;
  readonly owner: boolean;
  readonly outcome: Record<string, unknown>;
}
interface RestCase {
  readonly name: string;
  readonly path: string;
  readonly outcome: {
    readonly status: number;
    readonly documents?: readonly string[];
    readonly next_page?: boolean;
    readonly error?: unknown;
    readonly body?: string;
  };
}

const DATABASE = 'projects/list/databases/(default)';
const recorded = fixture<{
  seed: readonly (readonly string[])[];
  grpc: readonly GrpcCase[];
  rest: readonly RestCase[];
}>('emulator-list_documents.json');

let running: Running;
let client: GrpcClient;
let firstCommit: Timestamp | undefined;
beforeAll(async () => {
  running = await startRunning();
  client = new GrpcClient(running.address);
  for (const paths of recorded.seed) {
    const fields = new Map([
      ['m', 1n],
      ['n', 1n],
    ]);
    const writes = paths.map((path) => ({ update: { name: `${DATABASE}/documents/${path}`, fields } }));
    const committed = await client.call(COMMIT, { database: DATABASE, writes });
    if ('responses' in committed) firstCommit ??= committed.responses[0]?.commitTime;
  }
});
afterAll(async () => {
  client.close();
  await running.close();
});

const short = (name: string | undefined) => name?.split('/documents/')[1] ?? '';

async function page(row: GrpcCase, pageToken: string) {
  const { pages: _pages, at_first_commit: atFirst, ...request } = row.request;
  const parent = `${DATABASE}/documents${row.parent === '' ? '' : `/${row.parent}`}`;
  const message = fromJson(LIST_DOCUMENTS.request, { ...request, parent, pageToken });
  const outcome = await client.call(
    LIST_DOCUMENTS,
    atFirst ? { ...message, readTime: firstCommit } : message,
    row.owner ? 'Bearer owner' : null,
  );
  return 'responses' in outcome ? (outcome.responses[0] ?? {}) : outcome;
}

async function everyPage(row: GrpcCase): Promise<string[][]> {
  const pages: string[][] = [];
  let token = '';
  do {
    const answer = await page(row, token);
    if ('code' in answer) throw new Error(answer.message);
    pages.push((answer.documents ?? []).map(({ name }) => short(name)));
    token = answer.nextPageToken ?? '';
  } while (token !== '');
  return pages;
}

describe('ListDocuments over gRPC', () => {
  it.each(recorded.grpc)('$name', async (row) => {
    if (row.request.pages) {
      expect({ pages: await everyPage(row) }).toStrictEqual(row.outcome);
      return;
    }
    const answer = await page(row, '');
    if ('code' in answer) expect(answer).toStrictEqual(row.outcome);
    else {
      const documents = (answer.documents ?? []).map(({ name, fields }) => ({
        name: short(name),
        fields: [...(fields?.keys() ?? [])].sort(),
      }));
      expect({ documents }).toStrictEqual(row.outcome);
    }
  });
});

describe('ListDocuments over REST', () => {
  it.each(recorded.rest)('$name', async ({ path, outcome }) => {
    const answer = await ask(running.url, {
      method: 'GET',
      path: `/v1/${DATABASE}/documents${path}`,
      headers: OWNER,
    });
    expect(answer.status, answer.text).toBe(outcome.status);
    if (outcome.body !== undefined) expect(answer.text).toBe(outcome.body);
    else if (outcome.error) expect(answer.json).toStrictEqual({ error: outcome.error });
    else {
      const list = answer.json as { documents?: { name: string }[]; nextPageToken?: string };
      expect((list.documents ?? []).map(({ name }) => short(name))).toStrictEqual(outcome.documents);
      expect(list.nextPageToken !== undefined).toBe(outcome.next_page);
    }
  });
});
