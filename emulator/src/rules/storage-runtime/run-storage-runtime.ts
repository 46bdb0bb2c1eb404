import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { EvaluationObserver, RulesIssue } from '../access.ts';
import { compileRuleset } from '../compile-ruleset.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { FetchedDocuments } from './fetched-documents.ts';
import { fromRestFields } from './rest-document.ts';
import { fromTypedValue } from './typed-values.ts';
import { type StorageRequest, verifyStorageRequest } from './verify-storage-request.ts';

type Json = Readonly<Record<string, unknown>>;

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** An issue as firebase-tools' storage emulator parses it: JSON with Java's field names. */
function issueText(file: string, issue: RulesIssue): string {
  const sourcePosition_ = { fileName_: file, line_: issue.line, column_: issue.column };
  return JSON.stringify({ sourcePosition_, description_: issue.message, severity_: issue.severity });
}

const methods = ['get', 'list', 'create', 'update', 'delete', 'read', 'write'] as const;

/** What somebody wants to see of a runtime at work. */
export interface StorageObservation {
  /** Asked once for each ruleset that differs in its source. */
  observe(ruleset: Ruleset): EvaluationObserver;
  /** Called when a request has been decided, before it is answered. */
  verified(): void;
}

/**
 * The Storage rules runtime that firebase-tools speaks to: one JSON object a line on both sides. Resolves when
 * `stdin` ends. A line that cannot be read gets an answer with `status: 'error'` where it names an id, and none
 * otherwise; nothing ends the program but the end of its input.
 */
export async function runStorageRuntime(
  stdin: Readable,
  stdout: Writable,
  observation: StorageObservation | null = null,
): Promise<void> {
  const runtime = new StorageRuntime((message) => stdout.write(`${JSON.stringify(message)}\n`), observation);
  runtime.announce();
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') runtime.receive(line);
  }
}

interface Loaded {
  readonly ruleset: Ruleset;
  readonly observer: EvaluationObserver | null;
}

interface Compiled {
  readonly issues: readonly RulesIssue[];
  readonly loaded: Loaded | null;
}

class StorageRuntime {
  private readonly rulesets = new Map<string, Loaded>();
  /** By source: tests put the same rules back time and again, and their coverage is to go on. */
  private readonly compiled = new Map<string, Compiled>();
  /** Resolvers of the documents that were asked for, by the id of the request that waits for them. */
  private readonly waiting = new Map<number, (answer: Json) => void>();

  constructor(
    private readonly send: (message: Json) => void,
    private readonly observation: StorageObservation | null,
  ) {}

  /** firebase-tools waits for this line before it sends anything. */
  announce(): void {
    this.send({ id: -1, status: 'ok', action: '' });
  }

  receive(line: string): void {
    let message: Json;
    try {
      message = record(JSON.parse(line));
    } catch {
      return;
    }
    const { id } = message;
    if (typeof id !== 'number') return;
    const context = record(message.context);
    if (message.action === 'load_ruleset') this.load(id, context);
    else if (message.action === 'verify') void this.verify(id, context);
    else if (this.waiting.has(id)) this.deliver(id, message);
    else this.fail(id, `Unknown action ${JSON.stringify(message.action ?? null)}.`);
  }

  private load(id: number, context: Json): void {
    const [file] = Array.isArray(record(context.source).files)
      ? (record(context.source).files as unknown[])
      : [];
    const { name, content } = record(file);
    if (typeof content !== 'string') {
      this.fail(id, 'A ruleset needs a file with content.');
      return;
    }
    const { issues, loaded } = this.compile(content);
    const texts = (severity: RulesIssue['severity']) =>
      issues
        .filter((issue) => issue.severity === severity)
        .map((issue) => issueText(String(name ?? ''), issue));
    if (loaded !== null) this.rulesets.set(String(context.rulesetName), loaded);
    this.send({
      id,
      status: 'ok',
      errors: texts('ERROR'),
      warnings: texts('WARNING'),
      result: { rulesVersion: loaded?.ruleset.version ?? 1 },
    });
  }

  private compile(source: string): Compiled {
    const known = this.compiled.get(source);
    if (known !== undefined) return known;
    const { ruleset, issues } = compileRuleset(source);
    const loaded = ruleset && { ruleset, observer: this.observation?.observe(ruleset) ?? null };
    const compiled = { issues, loaded };
    this.compiled.set(source, compiled);
    return compiled;
  }

  private async verify(id: number, context: Json): Promise<void> {
    const loaded = this.rulesets.get(String(context.rulesetName));
    const request = toRequest(context);
    if (loaded === undefined || request === null) {
      this.fail(id, loaded === undefined ? 'No such ruleset.' : 'The request needs a path and a method.');
      return;
    }
    const documents = new FetchedDocuments();
    const fetch = async (path: string) => documents.add(path, await this.fetch(id, path));
    const verdict = await verifyStorageRequest(loaded.ruleset, request, documents, fetch, loaded.observer);
    this.observation?.verified();
    // firebase-tools prints each warning as a line of its own.
    this.send({ id, status: 'ok', errors: [], warnings: verdict.denial, result: { permit: verdict.permit } });
  }

  /** Asks firebase-tools for a document; it answers under the id of the verify request. */
  private async fetch(id: number, path: string): Promise<ReturnType<typeof fromRestFields> | null> {
    const answer = await new Promise<Json>((resolve) => {
      this.waiting.set(id, resolve);
      this.send({
        id,
        server_request_id: id,
        status: 'ok',
        action: 'fetch_firestore_document',
        context: { path },
      });
    });
    if (answer.status !== 'ok') return null;
    try {
      return fromRestFields(record(answer.result).fields);
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return null;
      throw error;
    }
  }

  private deliver(id: number, answer: Json): void {
    const resolve = this.waiting.get(id);
    this.waiting.delete(id);
    resolve?.(answer);
  }

  private fail(id: number, message: string): void {
    this.send({
      id,
      status: 'error',
      action: '',
      message,
      errors: [message],
      warnings: [],
      result: { permit: false },
    });
  }
}

function toRequest(context: Json): StorageRequest | null {
  const method = methods.find((name) => name === context.method);
  if (typeof context.path !== 'string' || method === undefined) return null;
  const { resource, request } = record(context.variables);
  return {
    path: context.path,
    method,
    resource: resource === undefined ? null : fromTypedValue(resource),
    request: fromTypedValue(request),
  };
}
