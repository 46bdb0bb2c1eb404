import type { Document } from '../values/document.ts';
import { StatusError } from '../values/status.ts';
import { fromMicros, fromMillis, type Micros, type Timestamp, toMicros } from '../values/timestamp.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import type { ListenStream } from './firestore-service.ts';
import type { Grant, HeldGrant } from './grants.ts';
import { type OpenedTarget, openTarget, resumeTime } from './listen-target.ts';
import type { Caller, ListenResponse, ListenTarget, StatusInfo } from './requests.ts';
import { toResumeToken } from './resume-token.ts';
import type { TargetEvent } from './watched-answer.ts';

/** Far above what an app needs, far below what would fill the memory. Google's own limit is not documented. */
const MAX_TARGETS = 1000;
/** A client that goes on adding targets after so many refusals loses its stream. */
const MAX_TARGETS_TOO_MANY = 1000;

type TargetChange = Extract<ListenResponse, { kind: 'targetChange' }>;

interface Received {
  readonly targetId: number;
  readonly opened: OpenedTarget;
  readonly events: readonly TargetEvent[];
}

/** What one commit did to a document in the targets of this stream. */
interface Collected {
  document: Document | null;
  deleted: boolean;
  readonly in: number[];
  readonly out: number[];
}

/**
 * One Listen stream. A target is answered at once and completely: ADD, its documents, CURRENT, and the boundary of a
 * snapshot. After that each commit brings the differences of all its targets and one boundary.
 */
export class Stream implements ListenStream {
  readonly #context: ServiceContext;
  readonly #caller: Caller;
  readonly #state: DatabaseState;
  readonly #emit: (response: ListenResponse) => void;
  readonly #fail: (error: StatusError) => void;
  /** How to stop watching each target. */
  readonly #targets = new Map<number, () => void>();
  /** What the targets were told of the commit that is under way. */
  #received: Received[] = [];
  #tooMany = 0;
  #closed = false;

  constructor(
    context: ServiceContext,
    caller: Caller,
    state: DatabaseState,
    emit: (response: ListenResponse) => void,
    fail: (error: StatusError) => void,
  ) {
    this.#context = context;
    this.#caller = caller;
    this.#state = state;
    this.#emit = (response) => {
      if (this.#closed) return;
      try {
        emit(response);
      } catch (error) {
        // One client's broken connection must not fail the commit that another one made.
        this.close();
        fail(new StatusError('INTERNAL', String(error)));
      }
    };
    this.#fail = fail;
  }

  addTarget(target: ListenTarget): void {
    const { targetId } = target;
    if (this.#closed || this.#endedByReuse(targetId)) return;
    if (this.#targets.size >= MAX_TARGETS) {
      this.#refuseOneMore(targetId);
      return;
    }
    try {
      const opened = openTarget(this.#context, this.#caller, this.#state, target);
      const resumeFrom = resumeTime(this.#state, target);
      this.#answer(target, opened, resumeFrom);
      if (target.once) this.#emit(targetChange('REMOVE', [targetId]));
      else this.#watch(targetId, opened);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#refuse(targetId, error);
    }
  }

  refuseTarget(targetId: number, error: StatusError): void {
    if (!this.#closed && !this.#endedByReuse(targetId)) this.#refuse(targetId, error);
  }

  removeTarget(targetId: number): void {
    if (this.#closed) return;
    this.#targets.get(targetId)?.();
    this.#targets.delete(targetId);
    this.#emit(targetChange('REMOVE', [targetId]));
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#targets.values()) stop();
    this.#targets.clear();
  }

  /** Sends what the commit at `time` did to this stream's targets, and the boundary. */
  flush(time: Micros): void {
    const received = this.#received;
    this.#received = [];
    const readTime = fromMicros(time);
    const [first] = received;
    if (first !== undefined && received.length === 1) {
      this.#send(first, readTime, time - 1);
    } else {
      for (const [path, entry] of collect(received))
        this.#emit(this.#responseFor(path, entry, readTime, time - 1));
    }
    this.#boundary(time, readTime);
  }

  /** Recorded: Google's emulator ends the stream with UNKNOWN and no message when a target ID is in use. */
  #endedByReuse(targetId: number): boolean {
    if (!this.#targets.has(targetId)) return false;
    this.close();
    this.#fail(new StatusError('UNKNOWN', ''));
    return true;
  }

  #answer(target: ListenTarget, opened: OpenedTarget, resumeFrom: Micros | 'unknown' | null): void {
    const { targetId } = target;
    const time = this.#state.store.clock.read();
    const readTime = fromMicros(time);
    this.#emit(targetChange('ADD', [targetId]));
    const news = typeof resumeFrom === 'number' ? this.#newsSince(target, opened, resumeFrom) : null;
    if (news !== null) {
      this.#send({ targetId, opened, events: news.events }, readTime, resumeFrom);
      if (!news.complete) this.#emit({ kind: 'filter', targetId, paths: opened.paths() });
    } else {
      if (resumeFrom !== null) this.#emit(targetChange('RESET', [targetId]));
      this.#send({ targetId, opened, events: opened.everything() }, readTime, null);
    }
    this.#emit(targetChange('CURRENT', [targetId], { resumeToken: this.#token(time), readTime }));
    this.#boundary(time, readTime);
  }

  /**
   * What a client lacks that has seen everything up to `time`; null when that cannot be told. It is not complete when
   * the client did not hold what it should, or when nobody knows any more what has left: an existence filter must let
   * the client find by itself what it holds too much. What is known to have left is not told then, because the SDK
   * would count it twice, and ask for everything again.
   */
  #newsSince(
    { kind, expectedCount }: ListenTarget,
    opened: OpenedTarget,
    time: Micros,
  ): { events: readonly TargetEvent[]; complete: boolean } | null {
    const changed = this.#state.store.changedSince(time);
    const past = this.#state.store.at(time);
    if (changed === null || past === null) {
      const events = opened.updatedSince(time);
      return events === null ? null : { events, complete: false };
    }
    const { events, countThen } = opened.since(past, changed);
    if (expectedCount === null || expectedCount === countThen) return { events, complete: true };
    const isQuery = kind === 'query';
    return { events: isQuery ? events.filter((each) => each.kind === 'changed') : events, complete: false };
  }

  /** Sends what happened in one target. */
  #send({ targetId, opened, events }: Received, readTime: Timestamp, known: Micros | 'unknown' | null): void {
    const ids = [targetId];
    for (const event of events) {
      const shown = opened.shown(event);
      if (shown.kind === 'changed') {
        const { document } = shown;
        this.#emit({ kind: 'documentChange', document, targetIds: ids, removedTargetIds: [] });
      } else {
        const entry = { document: null, deleted: shown.kind === 'deleted', in: [], out: ids };
        this.#emit(this.#responseFor(shown.path, entry, readTime, known));
      }
    }
  }

  /**
   * A document that left because it changed since `known` is sent with its new content, unless this caller may not get
   * it: without it, the SDK asks for the document and tells its listener `fromCache` meanwhile.
   */
  #responseFor(
    path: string,
    entry: Collected,
    readTime: Timestamp,
    known: Micros | 'unknown' | null,
  ): ListenResponse {
    const { document: shown, deleted, in: targetIds, out: removedTargetIds } = entry;
    const document = shown ?? (deleted || typeof known !== 'number' ? null : this.#changedSince(path, known));
    if (document !== null) return { kind: 'documentChange', document, targetIds, removedTargetIds };
    return { kind: deleted ? 'documentDelete' : 'documentRemove', path, removedTargetIds, readTime };
  }

  #changedSince(path: string, known: Micros): Document | null {
    const { id, store } = this.#state;
    const document = store.get(path);
    if (document === null || toMicros(document.updateTime) <= known) return null;
    const time = fromMillis(store.clock.millis());
    return this.#context.gate.allowsGet(this.#caller, id, path, store, time) ? document : null;
  }

  /** Sends what happens in a target for as long as the rules allow it. */
  #watch(targetId: number, opened: OpenedTarget): void {
    const held = new Map<Grant, HeldGrant>();
    for (const grant of opened.grants) {
      const changed = () => this.#renew(targetId, held.get(grant));
      held.set(grant, this.#state.watches.grants.hold(grant, changed));
    }
    const stop = opened.watch({
      stream: this,
      receive: (events) => {
        for (const grant of new Set(events.map((event) => opened.grantFor(event)))) {
          if (grant !== null && !this.#renew(targetId, held.get(grant))) return;
        }
        this.#received.push({ targetId, opened, events });
      },
    });
    this.#targets.set(targetId, () => {
      stop();
      for (const grant of held.values()) grant.revoke();
    });
  }

  /** False when the rules no longer allow it: the target has been removed then. */
  #renew(targetId: number, grant: HeldGrant | undefined): boolean {
    try {
      grant?.renew();
      return true;
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#refuse(targetId, error);
      return false;
    }
  }

  #refuse(targetId: number, error: StatusError): void {
    this.#targets.get(targetId)?.();
    this.#targets.delete(targetId);
    this.#received = this.#received.filter((received) => received.targetId !== targetId);
    this.#emit(targetChange('REMOVE', [targetId], { cause: { code: error.code, message: error.message } }));
  }

  #refuseOneMore(targetId: number): void {
    const error = new StatusError(
      'RESOURCE_EXHAUSTED',
      `A Listen stream has room for ${MAX_TARGETS} targets at a time.`,
    );
    this.#tooMany += 1;
    if (this.#tooMany <= MAX_TARGETS_TOO_MANY) {
      this.#refuse(targetId, error);
      return;
    }
    this.close();
    this.#fail(error);
  }

  #boundary(time: Micros, readTime: Timestamp): void {
    this.#emit(targetChange('NO_CHANGE', [], { resumeToken: this.#token(time), readTime }));
  }

  #token(time: Micros): Uint8Array {
    return toResumeToken(this.#state.watches.run, time);
  }
}

/** By path: a document may be in several targets. */
function collect(received: readonly Received[]): ReadonlyMap<string, Collected> {
  const collected = new Map<string, Collected>();
  for (const { targetId, opened, events } of received) {
    for (const event of events) {
      const path = event.kind === 'changed' ? event.document.path : event.path;
      const entry = collected.get(path) ?? { document: null, deleted: false, in: [], out: [] };
      collected.set(path, entry);
      note(entry, targetId, opened.shown(event));
    }
  }
  return collected;
}

function note(entry: Collected, targetId: number, event: TargetEvent): void {
  if (event.kind === 'changed') {
    entry.document = event.document;
    entry.in.push(targetId);
    return;
  }
  entry.deleted ||= event.kind === 'deleted';
  entry.out.push(targetId);
}

function targetChange(
  type: TargetChange['type'],
  targetIds: readonly number[],
  more: { cause?: StatusInfo; resumeToken?: Uint8Array; readTime?: Timestamp } = {},
): ListenResponse {
  const { cause = null, resumeToken = null, readTime = null } = more;
  return { kind: 'targetChange', type, targetIds, cause, resumeToken, readTime };
}
