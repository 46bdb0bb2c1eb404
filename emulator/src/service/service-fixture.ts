/** What the tests of the service share: a service with a clock of its own, and short ways to write and read. */
import { wholeCollection } from '../query/whole-collection.ts';
import { noCost, type Verdict } from '../rules/access.ts';
import type { DatabaseId } from '../values/document.ts';
import type { Value } from '../values/value.ts';
import { createFirestoreService } from './create-firestore-service.ts';
import type { FirestoreServiceOptions, LocalFirestore } from './options.ts';
import type { Caller, Precondition, Write } from './requests.ts';

export const DATABASE: DatabaseId = { project: 'p', database: '(default)' };
export const ADMIN: Caller = { kind: 'admin' };
export const STRONG = { kind: 'strong' } as const;

export const ALICE: Caller = { kind: 'user', auth: { uid: 'alice', token: new Map() } };

export const EVERYTHING = wholeCollection('c');

/** A verdict of rules that looked at no document but `lookedAt`. */
export function verdict(allowed: boolean, message = '\nfalse', lookedAt: readonly string[] = []): Verdict {
  const cost = { ...noCost, accesses: lookedAt.length, documents: new Set(lookedAt) };
  return { allowed, message: allowed ? '' : message, cost };
}

export interface TestClock {
  millis: number;
}

/** The clock stands still at 2026-01-01 until a test moves it. */
export function openService(options: Partial<FirestoreServiceOptions> = {}): {
  service: LocalFirestore;
  clock: TestClock;
} {
  const clock = { millis: Date.UTC(2026, 0, 1) };
  const service = createFirestoreService({
    authorize: null,
    now: () => clock.millis,
    lockTimeoutMs: 20,
    ...options,
  });
  return { service, clock };
}

export function set(path: string, fields: Record<string, Value>, precondition: Precondition = null): Write {
  return {
    kind: 'update',
    path,
    fields: new Map(Object.entries(fields)),
    mask: null,
    transforms: [],
    precondition,
  };
}

export function patch(
  path: string,
  fields: Record<string, Value>,
  mask: readonly string[],
  precondition: Precondition = null,
): Write {
  return {
    kind: 'update',
    path,
    fields: new Map(Object.entries(fields)),
    mask: mask.map((each) => each.split('.')),
    transforms: [],
    precondition,
  };
}

export function remove(path: string, precondition: Precondition = null): Write {
  return { kind: 'delete', path, precondition };
}

export function verify(path: string, precondition: Precondition): Write {
  return { kind: 'verify', path, precondition };
}

/** The fields stored at a path as a plain object; null when there is no document. */
export async function read(service: LocalFirestore, path: string): Promise<Record<string, Value> | null> {
  const { results } = await service.batchGet(ADMIN, DATABASE, [path], null, STRONG);
  const document = results[0]?.document ?? null;
  return document === null ? null : Object.fromEntries(document.fields);
}
