/** What every transport must do alike, as data: adding a case needs no code in any transport. */
import type { MapValue, Value } from '../values/value.ts';
import type { ListenRequestMessage, ListenResponseMessage, WriteMessage } from '../wire/messages.ts';

export interface Failure {
  readonly code: string;
  readonly message: string;
}
export interface Listening {
  send(request: ListenRequestMessage): void;
  next(): Promise<ListenResponseMessage | Failure>;
  close(): Promise<void>;
}

/** One transport as the cases use it. `token`: an Authorization header. A transport leaves out what it lacks. */
export interface TransportClient {
  readonly name: string;
  readonly commit: (writes: readonly WriteMessage[], token: string | null) => Promise<'ok' | Failure>;
  readonly get?: (name: string, token: string | null) => Promise<MapValue | Failure>;
  readonly query?: (collectionId: string, token: string | null) => Promise<readonly string[] | Failure>;
  readonly listen?: (token: string | null) => Promise<Listening>;
  close(): void;
}

export const PROJECT = 'demo';
export const DATABASE = `projects/${PROJECT}/databases/(default)`;
export const nameOf = (path: string) => `${DATABASE}/documents/${path}`;

export const RULES = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /open/{id} { allow read, write; }
    match /own/{id} {
      allow read: if request.auth.uid == resource.data.owner;
      allow write: if request.auth.uid == request.resource.data.owner;
    }
  }
}`;

const jwt = (claims: object) =>
  `Bearer ${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
const ALICE = jwt({ sub: 'alice' });
const BOB = jwt({ sub: 'bob' });
const OWNER = 'Bearer owner';
const fieldsOf = (fields: Record<string, Value>) => new Map(Object.entries(fields));
const set = (path: string, fields: Record<string, Value>): WriteMessage => ({
  update: { name: nameOf(path), fields: fieldsOf(fields) },
});

export interface Case {
  readonly title: string;
  readonly needs: 'commit' | 'get' | 'query' | 'listen';
  readonly run: (client: TransportClient) => Promise<unknown>;
  readonly expected: unknown;
}

export const CASES: readonly Case[] = [
  {
    title: 'commits for an administrator whatever the rules say',
    needs: 'commit',
    run: (client) => client.commit([set('closed/a', { n: 1n })], OWNER),
    expected: 'ok',
  },
  {
    title: 'commits for a user whom the rules let',
    needs: 'commit',
    run: (client) => client.commit([set('own/a', { owner: 'alice' })], ALICE),
    expected: 'ok',
  },
  {
    title: 'refuses a write that the rules deny, in their words',
    needs: 'commit',
    run: (client) => client.commit([set('own/a', { owner: 'alice' })], BOB),
    expected: {
      code: 'PERMISSION_DENIED',
      message: "\nfalse for 'create' @ L7, false for 'update' @ L7",
    },
  },
  {
    title: 'refuses a precondition that does not hold',
    needs: 'commit',
    run: (client) => client.commit([{ ...set('open/none', {}), currentDocument: { exists: true } }], OWNER),
    expected: {
      code: 'NOT_FOUND',
      message: `no entity to update: app: "dev~${PROJECT}"\npath <\n  Element {\n    type: "open"\n    name: "none"\n  }\n>\n`,
    },
  },
  {
    title: 'refuses a name that is none',
    needs: 'commit',
    run: (client) => client.commit([{ update: { name: 'nonsense', fields: new Map() } }], OWNER),
    expected: { code: 'INVALID_ARGUMENT', message: 'Document name "nonsense" lacks "projects" at index 0.' },
  },
  {
    title: 'refuses a token that is none',
    needs: 'commit',
    run: (client) => client.commit([set('open/a', {})], 'Bearer nonsense'),
    expected: { code: 'INVALID_ARGUMENT', message: 'invalid jwt' },
  },
  {
    title: 'gives a document as it was written',
    needs: 'get',
    run: async (client) => {
      await client.commit(
        [set('open/typed', { int: -1n, half: 0.5, text: 'é😀', list: [null, true] })],
        null,
      );
      return client.get?.(nameOf('open/typed'), null);
    },
    expected: fieldsOf({ int: -1n, half: 0.5, text: 'é😀', list: [null, true] }),
  },
  {
    title: 'says that a document is not there',
    needs: 'get',
    run: async (client) => client.get?.(nameOf('open/missing'), null),
    expected: { code: 'NOT_FOUND', message: `Document (${nameOf('open/missing')}) not found.` },
  },
  {
    title: 'refuses a document that the rules deny',
    needs: 'get',
    run: async (client) => {
      await client.commit([set('own/hers', { owner: 'alice' })], ALICE);
      return client.get?.(nameOf('own/hers'), BOB);
    },
    expected: {
      code: 'PERMISSION_DENIED',
      message: "\nevaluation error at L6:22 for 'get' @ L6, false for 'get' @ L6",
    },
  },
  {
    title: 'gives a document that the rules let its owner have',
    needs: 'get',
    run: async (client) => {
      await client.commit([set('own/hers', { owner: 'alice' })], ALICE);
      return client.get?.(nameOf('own/hers'), ALICE);
    },
    expected: fieldsOf({ owner: 'alice' }),
  },
  {
    title: 'answers a query in order',
    needs: 'query',
    run: async (client) => {
      await client.commit([set('sorted/b', {}), set('sorted/a', {})], OWNER);
      return client.query?.('sorted', OWNER);
    },
    expected: [nameOf('sorted/a'), nameOf('sorted/b')],
  },
  {
    title: 'answers a query that the rules let anybody ask',
    needs: 'query',
    run: async (client) => Array.isArray(await client.query?.('open', ALICE)),
    expected: true,
  },
  {
    title: 'refuses a query that the rules cannot prove',
    needs: 'query',
    run: async (client) => {
      const answer = await client.query?.('own', ALICE);
      return answer && 'code' in answer ? answer.code : answer;
    },
    expected: 'PERMISSION_DENIED',
  },
  {
    title: 'tells a listener of what is there, then of what changes',
    needs: 'listen',
    run: async (client) => {
      const path = `open/${client.name}`;
      const listening = await client.listen?.(null);
      listening?.send({
        database: DATABASE,
        addTarget: { targetId: 2, documents: { documents: [nameOf(path)] } },
      });
      const seen: (string | undefined)[] = [];
      const take = async (count: number) => {
        for (let index = 0; index < count; index += 1) seen.push(kindOf((await listening?.next()) ?? {}));
      };
      await take(4);
      await client.commit([set(path, { n: 1n })], null);
      await take(2);
      await listening?.close();
      return seen;
    },
    expected: ['ADD', 'documentDelete', 'CURRENT', 'NO_CHANGE', 'documentChange', 'NO_CHANGE'],
  },
  {
    title: 'tells a listener that the rules deny it',
    needs: 'listen',
    run: async (client) => {
      const listening = await client.listen?.(null);
      listening?.send({
        database: DATABASE,
        addTarget: { targetId: 2, documents: { documents: [nameOf('closed/a')] } },
      });
      const refusal = (await listening?.next()) ?? {};
      await listening?.close();
      return 'targetChange' in refusal
        ? [refusal.targetChange?.targetChangeType, refusal.targetChange?.cause?.code]
        : refusal;
    },
    expected: ['REMOVE', 7],
  },
  {
    title: 'refuses a target that makes no sense, and goes on with the others',
    needs: 'listen',
    run: async (client) => {
      const listening = await client.listen?.(null);
      const seen: unknown[] = [];
      const ask = async (addTarget: ListenRequestMessage['addTarget']) => {
        listening?.send({ database: DATABASE, addTarget });
        const answer = (await listening?.next()) ?? {};
        const { targetChangeType, targetIds, cause } =
          ('targetChange' in answer && answer.targetChange) || {};
        seen.push([targetChangeType, targetIds, cause?.code]);
      };
      const structuredQuery = { from: [{ collectionId: 'open' }] };
      // Not below the documents, as a parent has to be.
      await ask({ targetId: 2, query: { parent: DATABASE, structuredQuery } });
      await ask({ targetId: 4, documents: { documents: ['nonsense'] } });
      await ask({ targetId: 6 });
      await ask({ targetId: 8, query: { parent: `${DATABASE}/documents`, structuredQuery } });
      await listening?.close();
      return seen;
    },
    expected: [
      ['REMOVE', [2], 3],
      ['REMOVE', [4], 3],
      ['REMOVE', [6], 3],
      ['ADD', [8], undefined],
    ],
  },
  {
    title: 'ends a listener’s stream whose later request names another database',
    needs: 'listen',
    run: async (client) => {
      const listening = await client.listen?.(null);
      const addTarget = { targetId: 2, documents: { documents: [nameOf('open/nothing')] } };
      listening?.send({ database: DATABASE, addTarget });
      for (let index = 0; index < 4; index += 1) await listening?.next();
      listening?.send({ database: 'projects/other/databases/(default)', addTarget });
      const failure = (await listening?.next()) ?? {};
      await listening?.close();
      return failure;
    },
    expected: {
      code: 'INVALID_ARGUMENT',
      message: `Request specified a database (projects/other/databases/(default)) that did not match the expected database (${DATABASE})`,
    },
  },
];

function kindOf(response: ListenResponseMessage | Failure): string | undefined {
  if ('targetChange' in response) return response.targetChange?.targetChangeType ?? 'NO_CHANGE';
  return Object.keys(response)[0];
}
