import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { allowCoverage } from '../coverage/allow-coverage.ts';
import type { CoverageReport } from '../coverage/report.ts';
import { writeCoverageTo } from './coverage-file.ts';
import { runStorageRuntime, type StorageObservation } from './run-storage-runtime.ts';

type Message = Readonly<Record<string, unknown>>;

/** The runtime with a caller in firebase-tools' place, which answers document requests from `documents`. */
class Caller {
  private readonly stdin = new PassThrough();
  private readonly stdout = new PassThrough();
  private readonly ended: Promise<void>;
  private readonly lines: AsyncIterator<Message>;
  private nextId = 0;
  readonly fetched: string[] = [];

  constructor(
    private readonly documents: Readonly<Record<string, Message>> = {},
    observation: StorageObservation | null = null,
  ) {
    this.ended = runStorageRuntime(this.stdin, this.stdout, observation);
    this.lines = messages(this.stdout);
  }

  async next(): Promise<Message> {
    const { value, done } = await this.lines.next();
    if (done === true) throw new Error('the runtime has ended');
    return value;
  }

  write(line: string): void {
    this.stdin.write(`${line}\n`);
  }

  /** Sends a request and gives its answer, fetching documents on the way. */
  async ask(action: string, context: Message): Promise<Message> {
    const id = this.nextId;
    this.nextId += 1;
    this.write(JSON.stringify({ id, action, context }));
    for (;;) {
      const answer = await this.next();
      if (answer.action !== 'fetch_firestore_document') return answer;
      const { path } = answer.context as { path: string };
      this.fetched.push(path);
      const fields = this.documents[path];
      const reply =
        fields === undefined ? { status: 'not_found' } : { status: 'ok', result: { name: path, fields } };
      this.write(JSON.stringify({ ...reply, warnings: [], errors: [], id: answer.server_request_id }));
    }
  }

  async load(content: string): Promise<Message> {
    expect(await this.next()).toStrictEqual({ id: -1, status: 'ok', action: '' });
    return this.ask('load_ruleset', {
      rulesetName: '0',
      source: { files: [{ name: 'storage.rules', content }] },
    });
  }

  async verify(method: string, path: string, variables: Message): Promise<Message> {
    const context = {
      rulesetName: '0',
      service: 'firebase.storage',
      path,
      method,
      delimiter: '/',
      variables,
    };
    return this.ask('verify', context);
  }

  async permits(method: string, path: string, variables: Message): Promise<boolean> {
    const { result } = await this.verify(method, path, variables);
    return (result as { permit: boolean }).permit;
  }

  async end(): Promise<void> {
    this.stdin.end();
    await this.ended;
  }
}

async function* messages(stream: PassThrough): AsyncGenerator<Message> {
  let buffer = '';
  for await (const chunk of stream) {
    buffer += String(chunk);
    const lines = buffer.split('\n');
    buffer = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Message;
  }
}

const rulesAround = (body: string) => `rules_version = '2';
service firebase.storage {
  match /b/{bucket}/o {
    ${body}
  }
}`;

const map = (fields: Message) => ({ map_value: { fields } });
const text = (value: string) => ({ string_value: value });
const file = map({
  name: text('a/pic.png'),
  bucket: text('bucket'),
  size: { int_value: 10 },
  contentType: text('image/png'),
  timeCreated: { timestamp_value: '2026-01-02T03:04:05.678Z' },
  md5Hash: { null_value: null },
  metadata: map({ mood: text('good') }),
});

function variables(uid: string | null, resource: Message, proposed: Message): Message {
  const auth = uid === null ? { null_value: null } : map({ uid: text(uid), token: map({ sub: text(uid) }) });
  return {
    resource,
    request: map({ auth, resource: proposed, time: { timestamp_value: '2026-01-02T03:04:06Z' } }),
  };
}

const nothing = { null_value: null };
const document = (uid: string) => `/databases/(default)/documents/people/${uid}`;

describe('the storage rules runtime', () => {
  it('loads a ruleset and says which version it is', async () => {
    const caller = new Caller();
    expect(await caller.load(rulesAround('match /{all=**} { allow read; }'))).toStrictEqual({
      id: 0,
      status: 'ok',
      errors: [],
      warnings: [],
      result: { rulesVersion: 2 },
    });
    await caller.end();
  });

  it('gives errors with their place, as firebase-tools reads them', async () => {
    const caller = new Caller();
    const { errors } = await caller.load(rulesAround('match /{all=**} { allow nothing; }'));
    expect((errors as string[]).map((error) => JSON.parse(error) as unknown)).toStrictEqual([
      {
        description_: "Unexpected 'nothing'.",
        severity_: 'ERROR',
        sourcePosition_: { fileName_: 'storage.rules', line_: 4, column_: 29 },
      },
    ]);
    await caller.end();
  });

  it('decides on the file as it is and as it would be', async () => {
    const caller = new Caller();
    await caller.load(
      rulesAround(`match /a/{name} {
        allow get: if resource.metadata.mood == 'good' && resource.timeCreated < request.time;
        allow create: if resource == null && request.resource.size <= 10 && request.resource.contentType.matches('image/.*');
        allow update: if request.resource.md5Hash == resource.md5Hash && request.method == 'update';
        allow delete: if request.auth.uid == name;
        allow list: if false;
      }`),
    );
    expect(await caller.permits('get', '/b/bucket/o/a/pic.png', variables(null, file, nothing))).toBe(true);
    expect(await caller.permits('get', '/b/bucket/o/a/pic.png', variables(null, nothing, nothing))).toBe(
      false,
    );
    expect(await caller.permits('create', '/b/bucket/o/a/pic.png', variables('ann', nothing, file))).toBe(
      true,
    );
    expect(await caller.permits('create', '/b/bucket/o/a/pic.png', variables('ann', file, file))).toBe(false);
    expect(await caller.permits('update', '/b/bucket/o/a/pic.png', variables('ann', file, file))).toBe(true);
    expect(await caller.permits('delete', '/b/bucket/o/a/ann', variables('ann', file, nothing))).toBe(true);
    expect(await caller.permits('delete', '/b/bucket/o/a/ann', variables('bob', file, nothing))).toBe(false);
    expect(await caller.permits('get', '/b/bucket/o/b/pic.png', variables(null, file, nothing))).toBe(false);
    expect(await caller.permits('read', '/b/bucket/o/a/pic.png', variables(null, file, nothing))).toBe(false);
    await caller.end();
  });

  it('fetches the documents that a rule needs, each once, and no more than it needs', async () => {
    const caller = new Caller({
      [document('ann')]: { banned: { booleanValue: false }, gone: { nullValue: null } },
    });
    await caller.load(
      rulesAround(`match /{name} {
        function person(uid) { return firestore.get(/databases/(default)/documents/people/$(uid)).data; }
        allow get: if request.auth != null && person(request.auth.uid).banned == false
          && person(request.auth.uid).gone == null && !firestore.exists(/databases/(default)/documents/people/bob);
      }`),
    );
    expect(await caller.permits('get', '/b/bucket/o/x', variables(null, file, nothing))).toBe(false);
    expect(caller.fetched).toStrictEqual([]);
    expect(await caller.permits('get', '/b/bucket/o/x', variables('ann', file, nothing))).toBe(true);
    expect(caller.fetched).toStrictEqual([document('ann'), document('bob')]);
    expect(await caller.permits('get', '/b/bucket/o/x', variables('bob', file, nothing))).toBe(false);
    await caller.end();
  });

  it('a document that is not there is null, and using it an error', async () => {
    const caller = new Caller();
    const bob = 'firestore.get(/databases/(default)/documents/people/bob)';
    await caller.load(
      rulesAround(
        `match /null { allow get: if ${bob} == null; } match /used { allow get: if ${bob}.data == null; }`,
      ),
    );
    expect(await caller.permits('get', '/b/bucket/o/null', variables(null, nothing, nothing))).toBe(true);
    expect(await caller.permits('get', '/b/bucket/o/used', variables(null, nothing, nothing))).toBe(false);
    await caller.end();
  });

  it('warns of a denial with the line, the values and why, and without what the file holds', async () => {
    const caller = new Caller({ [document('bob')]: { name: { stringValue: 'Bob the Great' } } });
    await caller.load(
      rulesAround(`match /{name} {
        allow get: if firestore.get(/databases/(default)/documents/people/$(request.auth.uid)).data.name == name;
      }`),
    );
    const { warnings } = await caller.verify('get', '/b/bucket/o/x', variables('bob', file, nothing));
    expect(warnings).toStrictEqual([
      expect.stringMatching(
        /^denied get x in Storage at line 5: firestore\.get\(.*\.data\.name is text\(13\) and name is 'x'\.$|^denied get x in Storage at line 5: firestore\.get/,
      ),
    ]);
    expect(JSON.stringify(warnings)).not.toContain('Great');
    await caller.end();
  });

  it('counts what each allow came to, over loads of the same rules, and never half of an evaluation', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'storage-coverage-'));
    try {
      const path = join(directory, 'coverage.json');
      const rules = rulesAround(`match /{name} {
        allow get: if firestore.exists(/databases/(default)/documents/people/$(name));
      }`);
      const caller = new Caller({ [document('ann')]: {} }, writeCoverageTo(path));
      await caller.load(rules);
      expect(await caller.permits('get', '/b/k/o/ann', variables(null, nothing, nothing))).toBe(true);
      const source = { files: [{ name: 'storage.rules', content: rules }] };
      await caller.ask('load_ruleset', { rulesetName: '0', source });
      expect(await caller.permits('get', '/b/k/o/bob', variables(null, nothing, nothing))).toBe(false);
      const [report, ...others] = JSON.parse(readFileSync(path, 'utf8')) as CoverageReport[];
      expect(others).toStrictEqual([]);
      expect(report && allowCoverage(report)).toMatchObject([{ seenTrue: 1, seenFalse: 1, seenError: 0 }]);
      await caller.end();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('a third document is one too many', async () => {
    const exists = (uid: string) => `!firestore.exists(/databases/(default)/documents/people/${uid})`;
    const caller = new Caller();
    await caller.load(
      rulesAround(`match /two { allow get: if ${exists('a')} && ${exists('b')} && ${exists('a')}; }
        match /three { allow get: if ${exists('a')} && ${exists('b')} && ${exists('c')}; }`),
    );
    expect(await caller.permits('get', '/b/bucket/o/two', variables(null, nothing, nothing))).toBe(true);
    expect(caller.fetched).toStrictEqual([document('a'), document('b')]);
    expect(await caller.permits('get', '/b/bucket/o/three', variables(null, nothing, nothing))).toBe(false);
    await caller.end();
  });

  it('answers two requests that wait for documents at the same time, each with its own verdict', async () => {
    const caller = new Caller();
    await caller.load(
      rulesAround(
        `match /{name} { allow get: if firestore.exists(/databases/(default)/documents/people/$(name)); }`,
      ),
    );
    const verify = (id: number, name: string) =>
      caller.write(
        JSON.stringify({
          id,
          action: 'verify',
          context: {
            rulesetName: '0',
            path: `/b/k/o/${name}`,
            method: 'get',
            variables: variables(null, nothing, nothing),
          },
        }),
      );
    verify(7, 'ann');
    verify(8, 'bob');
    expect(await caller.next()).toMatchObject({ server_request_id: 7, context: { path: document('ann') } });
    expect(await caller.next()).toMatchObject({ server_request_id: 8, context: { path: document('bob') } });
    caller.write(JSON.stringify({ id: 8, status: 'not_found', errors: [], warnings: [] }));
    caller.write(
      JSON.stringify({ id: 7, status: 'ok', result: { name: 'x', fields: {} }, errors: [], warnings: [] }),
    );
    expect(await caller.next()).toMatchObject({ id: 8, result: { permit: false } });
    expect(await caller.next()).toMatchObject({ id: 7, result: { permit: true } });
    await caller.end();
  });

  it('stays up under garbage, and denies what it cannot read', async () => {
    const caller = new Caller();
    await caller.load(rulesAround('match /{all=**} { allow get: if request.resource.size == 1; }'));
    caller.write('not json');
    caller.write('{"id":"x"}');
    caller.write('null');
    expect(await caller.ask('dance', {})).toMatchObject({
      status: 'error',
      errors: ['Unknown action "dance".'],
    });
    expect(await caller.ask('verify', { rulesetName: 'none' })).toMatchObject({
      errors: ['No such ruleset.'],
    });
    expect(await caller.ask('verify', { rulesetName: '0' })).toMatchObject({ result: { permit: false } });
    const odd = { request: map({ resource: map({ size: { complex_value: 1 } }) }) };
    expect(await caller.permits('get', '/b/k/o/x', odd)).toBe(false);
    await caller.end();
  });
});
