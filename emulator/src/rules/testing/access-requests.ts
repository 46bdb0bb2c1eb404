import type { Document } from '../../values/document.ts';
import { Timestamp } from '../../values/timestamp.ts';
import type { Value } from '../../values/value.ts';
import type { AccessRequest, DocumentReader, QueryShape } from '../access.ts';
import { compileRuleset } from '../compile-ruleset.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

export const now = new Timestamp(1_700_000_000, 0);

export function document(path: string, fields: Readonly<Record<string, Value>>): Document {
  return { path, fields: new Map(Object.entries(fields)), createTime: now, updateTime: now };
}

/** A reader over documents as they stand before, and after, a commit. */
export function readerOf(before: readonly Document[], after: readonly Document[] = before): DocumentReader {
  return {
    before: (path) => before.find((stored) => stored.path === path) ?? null,
    after: (path) => after.find((stored) => stored.path === path) ?? null,
  };
}

/** A `get` of a missing document by nobody, but for what `changes` says. */
export function accessRequest(changes: Partial<AccessRequest> = {}): AccessRequest {
  return {
    database: { project: 'demo-test', database: '(default)' },
    method: 'get',
    path: 'probe/x',
    auth: null,
    time: now,
    resource: null,
    newData: null,
    query: null,
    ...changes,
  };
}

export function signedIn(uid: string): NonNullable<AccessRequest['auth']> {
  return { uid, token: new Map([['email', `${uid}@example.org`]]) };
}

export function queryShape(changes: Partial<QueryShape> = {}): QueryShape {
  return { limit: null, offset: 0, orderBy: [], where: null, allDescendants: false, ...changes };
}

/** A ruleset whose lines 4 and on, inside `/databases/{database}/documents`, are `body`. Throws if it does not compile. */
export function rulesetOf(body: string, version: 1 | 2 = 2): Ruleset {
  const { ruleset, issues } = compileRuleset(`rules_version = '${version}';
service cloud.firestore {
  match /databases/{database}/documents {
${body}
  }
}`);
  if (ruleset === null) throw new Error(JSON.stringify(issues));
  return ruleset;
}
