/**
 * Replays the recorded rules programs against the engine alone, with a map of documents in the place of the store:
 * what the service does over REST is reduced to the access requests that it makes.
 */
import { describe, expect, it } from 'vitest';
import { fixture } from '../conformance/fixture.ts';
import type { Document } from '../values/document.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import type { AccessRequest, DocumentReader, QueryShape, ShapeFilter, Verdict } from './access.ts';
import { compileRuleset } from './compile-ruleset.ts';
import { evaluateAccess } from './evaluate-access.ts';
import type { Ruleset } from './ruleset/ruleset.ts';

interface WireFields {
  readonly [name: string]: { readonly integerValue?: string; readonly stringValue?: string };
}

interface WireQuery {
  readonly from: readonly { readonly collectionId: string }[];
  readonly limit?: number;
  readonly orderBy?: readonly {
    readonly field: { readonly fieldPath: string };
    readonly direction: string;
  }[];
  readonly where?: {
    readonly fieldFilter: {
      readonly field: { readonly fieldPath: string };
      readonly op: string;
      readonly value: WireFields[string];
    };
  };
}

interface Step {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: {
    readonly fields?: WireFields;
    readonly structuredQuery?: WireQuery;
    readonly writes?: readonly { readonly update: { readonly name: string; readonly fields: WireFields } }[];
  };
  readonly expect: {
    readonly status: number;
    readonly code: string;
    readonly message?: string;
    readonly messageTruncatedAt?: number;
  };
}

interface Program {
  readonly id: string;
  readonly rules: string;
  readonly seed?: readonly { readonly path: string; readonly fields: WireFields }[];
  readonly compileError?: { readonly body: { readonly error: { readonly message: string } } };
  readonly steps?: readonly Step[];
}

const programs = fixture<{ cases: readonly Program[] }>('rules-programs.json').cases;

const time = new Timestamp(1_700_000_000, 0);
const root = 'projects/demo-rules-matrix/databases/(default)/documents/';

function toValue(value: WireFields[string] | undefined): Value {
  if (value?.integerValue !== undefined) return BigInt(value.integerValue);
  if (value?.stringValue !== undefined) return value.stringValue;
  throw new Error('a value of a kind that the recorded programs do not use');
}

function toDocument(path: string, fields: WireFields): Document {
  const entries = Object.entries(fields).map(([name, value]) => [name, toValue(value)] as const);
  return { path, fields: new Map(entries), createTime: time, updateTime: time };
}

function toQueryShape(query: WireQuery): QueryShape {
  const filter = query.where?.fieldFilter;
  const where: ShapeFilter | null =
    filter === undefined
      ? null
      : { kind: 'field', field: [filter.field.fieldPath], op: '==', value: toValue(filter.value) };
  return {
    limit: query.limit ?? null,
    offset: 0,
    orderBy: (query.orderBy ?? []).map(({ field }) => ({ field: [field.fieldPath], direction: 'ASC' })),
    where,
    allDescendants: false,
  };
}

type Answer = Pick<Verdict, 'allowed' | 'message'>;

/** The store and the service of one program. */
class Replay {
  private documents = new Map<string, Document>();

  constructor(
    private readonly ruleset: Ruleset,
    seed: Program['seed'] = [],
  ) {
    for (const { path, fields } of seed) this.documents.set(path, toDocument(path, fields));
  }

  run(step: Step): Answer {
    const { body } = step;
    if (body?.structuredQuery !== undefined) {
      const query = toQueryShape(body.structuredQuery);
      return this.evaluate('list', `${body.structuredQuery.from[0]?.collectionId}/*`, null, query);
    }
    const path = step.path.slice(`/v1/${root}`.length);
    if (body?.writes !== undefined) {
      return this.commit(
        body.writes.map(({ update }) => toDocument(update.name.slice(root.length), update.fields)),
      );
    }
    if (body?.fields !== undefined) return this.commit([toDocument(path, body.fields)]);
    return this.evaluate(step.method === 'GET' ? 'get' : 'delete', path, null, null);
  }

  private commit(writes: readonly Document[]): Answer {
    const after = new Map([
      ...this.documents,
      ...writes.map((document) => [document.path, document] as const),
    ]);
    for (const document of writes) {
      const method = this.documents.has(document.path) ? 'update' : 'create';
      const ask = (as: typeof method) => this.evaluate(as, document.path, document, null, after);
      // Google's emulator tries a write without precondition as create, then as update, and reports both.
      const messages = [ask('create').message, ask('update').message].map((message) => message.slice(1));
      if (!ask(method).allowed) return { allowed: false, message: `\n${messages.join(', ')}` };
    }
    this.documents = after;
    return { allowed: true, message: '' };
  }

  private evaluate(
    method: AccessRequest['method'],
    path: string,
    written: Document | null,
    query: QueryShape | null,
    after: ReadonlyMap<string, Document> = this.documents,
  ): Verdict {
    const reader: DocumentReader = {
      before: (wanted) => this.documents.get(wanted) ?? null,
      after: (wanted) => after.get(wanted) ?? null,
    };
    return evaluateAccess(
      this.ruleset,
      {
        database: { project: 'demo-rules-matrix', database: '(default)' },
        method,
        path,
        auth: null,
        time,
        resource: query === null ? reader.before(path) : null,
        newData: written?.fields ?? null,
        query,
      },
      reader,
    );
  }
}

describe('programs recorded from the official emulator', () => {
  it.each(programs)('$id', (program) => {
    const { ruleset, issues } = compileRuleset(program.rules);
    if (program.compileError !== undefined) {
      const lines = issues.map(({ line, column, message }) => `L${line}:${column} ${message}`);
      expect(`Error compiling rules:\n${lines.join('\n')}`).toBe(program.compileError.body.error.message);
      return;
    }
    if (ruleset === null) throw new Error(`the rules do not compile: ${JSON.stringify(issues)}`);
    const replay = new Replay(ruleset, program.seed);
    for (const step of program.steps ?? []) {
      const verdict = replay.run(step);
      expect(verdict.allowed, `${step.id}: ${verdict.message}`).toBe(
        step.expect.code !== 'PERMISSION_DENIED',
      );
      if (verdict.allowed) continue;
      const length = step.expect.messageTruncatedAt ?? verdict.message.length;
      expect(verdict.message.slice(0, length), step.id).toBe(step.expect.message);
    }
  });
});
