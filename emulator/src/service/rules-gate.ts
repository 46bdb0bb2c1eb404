import type { QueryPlan } from '../query/query-plan.ts';
import type { AccessRequest, DocumentReader, Method, QueryShape, Verdict } from '../rules/access.ts';
import { inScope, type Scope } from '../store/scope.ts';
import type { View } from '../store/view.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import { StatusError } from '../values/status.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { Authorize, FirestoreServiceOptions } from './options.ts';
import type { PlannedCommit, PlannedWrite } from './plan-writes.ts';
import type { Auth, Caller } from './requests.ts';

/** How a denial reads for which no rule was found; beside another reason it says nothing. */
const NO_RULE = '\nNo matching allow statements';

const NOTHING: ReadonlySet<string> = new Set();

/** Puts every request of a user before the rules; throws PERMISSION_DENIED with the rules' own words. */
export class RulesGate {
  readonly #authorize: Authorize | null;
  readonly #log: (line: string) => void;

  constructor(options: FirestoreServiceOptions) {
    this.#authorize = options.authorize;
    this.#log = options.log ?? (() => undefined);
  }

  /** Whether the rules are asked about this caller at all. */
  binds(caller: Caller): boolean {
    return this.#user(caller) !== null;
  }

  /**
   * The right to get every one of `paths`, whether or not there is a document. One refusal refuses all of them.
   * Returns, for each path, the documents that the rules looked up.
   */
  get(
    caller: Caller,
    database: DatabaseId,
    paths: readonly string[],
    view: View,
    time: Timestamp,
  ): readonly ReadonlySet<string>[] {
    const user = this.#user(caller);
    if (user === null) return paths.map(() => NOTHING);
    const shared = sharedBy(paths.length);
    return paths.map((path) => {
      const access = request(database, 'get', path, user.auth, time, { resource: view.get(path) });
      return this.#check(user.authorize, { ...access, ...shared }, reading(view));
    });
  }

  /** The same question where a refusal is no denial of anything asked for: nothing is thrown, nothing is logged. */
  allowsGet(caller: Caller, database: DatabaseId, path: string, view: View, time: Timestamp): boolean {
    const user = this.#user(caller);
    if (user === null) return true;
    const access = request(database, 'get', path, user.auth, time, { resource: view.get(path) });
    return user.authorize(access, reading(view)).allowed;
  }

  /**
   * Decided from the shape of the query alone; what it would find is never looked at. Returns the documents that the
   * rules looked up.
   */
  list(caller: Caller, plan: QueryPlan, view: View, time: Timestamp): ReadonlySet<string> {
    const user = this.#user(caller);
    if (user === null) return NOTHING;
    const lookedUp = listPaths(plan.scope, view).map((path) => {
      const access = request(plan.database, 'list', path, user.auth, time, { query: shapeOf(plan) });
      return this.#check(user.authorize, access, reading(view));
    });
    return lookedUp.length === 1
      ? (lookedUp[0] ?? NOTHING)
      : new Set(lookedUp.flatMap((paths) => [...paths]));
  }

  /** Each write against the state before the commit; `getAfter` sees the state after the whole of it. */
  writes(caller: Caller, database: DatabaseId, commit: PlannedCommit, view: View, time: Timestamp): void {
    const user = this.#user(caller);
    if (user === null) return;
    const reader: DocumentReader = { before: (path) => view.get(path), after: commit.after };
    const shared = sharedBy(commit.writes.length);
    for (const planned of commit.writes) {
      const resource = view.get(planned.write.path);
      const ask = (method: Method): Verdict =>
        user.authorize(
          { ...writeRequest(database, method, planned, user.auth, time, resource), ...shared },
          reader,
        );
      const method = methodOf(planned, resource);
      const verdict = ask(method);
      if (!verdict.allowed)
        this.#deny(method, planned.write.path, fullMessage(method, planned, verdict, ask));
    }
  }

  #user(caller: Caller): { authorize: Authorize; auth: Auth | null } | null {
    if (caller.kind === 'admin' || this.#authorize === null) return null;
    return { authorize: this.#authorize, auth: caller.auth };
  }

  #check(authorize: Authorize, access: AccessRequest, reader: DocumentReader): ReadonlySet<string> {
    const { allowed, message, cost } = authorize(access, reader);
    if (!allowed) this.#deny(access.method, access.path, message);
    return cost.documents;
  }

  #deny(method: Method, path: string, message: string): never {
    this.#log(`denied ${method} ${path}: ${message.trim().replaceAll('\n', ' ')}`);
    throw new StatusError('PERMISSION_DENIED', message);
  }
}

/** What several reads or writes of one request look at together: at most 20 documents, besides 10 each. */
function sharedBy(count: number): Pick<AccessRequest, 'sharedAccesses'> {
  return count > 1 ? { sharedAccesses: new Set<string>() } : {};
}

function request(
  database: DatabaseId,
  method: Method,
  path: string,
  auth: Auth | null,
  time: Timestamp,
  more: Partial<Pick<AccessRequest, 'resource' | 'newData' | 'query'>>,
): AccessRequest {
  return { database, method, path, auth, time, resource: null, newData: null, query: null, ...more };
}

function writeRequest(
  database: DatabaseId,
  method: Method,
  planned: PlannedWrite,
  auth: Auth | null,
  time: Timestamp,
  resource: Document | null,
): AccessRequest {
  const newData = method === 'create' || method === 'update' ? (planned.after?.fields ?? null) : null;
  return request(database, method, planned.write.path, auth, time, { resource, newData });
}

/** A `verify` guards a read of the transaction, so it takes the right to that read. */
function methodOf({ write }: PlannedWrite, resource: Document | null): Method {
  if (write.kind === 'verify') return 'get';
  if (write.kind === 'delete') return 'delete';
  const { precondition } = write;
  if (precondition !== null && 'exists' in precondition) return precondition.exists ? 'update' : 'create';
  return resource === null ? 'create' : 'update';
}

/** A set could have been either a create or an update: a refusal says why neither was allowed. */
function fullMessage(
  method: Method,
  { write }: PlannedWrite,
  verdict: Verdict,
  ask: (method: Method) => Verdict,
): string {
  const either = (write.kind === 'update' || write.kind === 'transform') && write.precondition === null;
  if (!either) return verdict.message;
  const create = method === 'create' ? verdict : ask('create');
  const update = method === 'update' ? verdict : ask('update');
  const reasons = [create, update].filter((each) => !each.allowed).map((each) => each.message);
  const said = reasons.filter((reason) => reason !== NO_RULE);
  return said.length === 0 ? NO_RULE : `\n${said.map((reason) => reason.replace(/^\n/, '')).join(', ')}`;
}

function reading(view: View): DocumentReader {
  return { before: (path) => view.get(path), after: (path) => view.get(path) };
}

/**
 * `*` stands for any document. What names no collection must be allowed for each collection that it would read: no
 * rule can be proved for a collection of unknown name.
 */
function listPaths(scope: Scope, view: View): readonly string[] {
  if (scope.kind === 'collection') return [`${scope.path}/*`];
  if (scope.kind === 'group') return [`${scope.under === '' ? '' : `${scope.under}/`}${scope.id}/*`];
  return [...view.collectionPaths()].map((path) => `${path}/*`).filter((path) => inScope(scope, path));
}

function shapeOf(plan: QueryPlan): QueryShape {
  const orderBy = plan.explicitOrders.map((order) => ({
    field: order.field,
    direction: order.descending ? ('DESC' as const) : ('ASC' as const),
  }));
  return {
    limit: plan.limit,
    offset: plan.offset,
    orderBy,
    where: plan.where,
    allDescendants: plan.scope.kind === 'group',
  };
}
