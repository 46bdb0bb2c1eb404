/** What a function is told of a change, as an HTTP request. */
import type { CommittedChanges, DocumentChange } from '../service/options.ts';
import type { Caller } from '../service/requests.ts';
import { valuesIdentical } from '../values/compare.ts';
import type { DatabaseId, FieldPath } from '../values/document.ts';
import { formatFieldPath } from '../values/field-path.ts';
import { toDatabaseName, toDocumentName } from '../values/resource-name.ts';
import type { MapValue } from '../values/value.ts';
import { toDocument } from '../wire/document.ts';
import { toJson } from '../wire/json-message.ts';
import { toJsonTimestamp } from '../wire/json-timestamp.ts';
import { DOCUMENT_EVENT_DATA } from '../wire/messages.ts';
import { encodeProtobuf } from '../wire/protobuf-message.ts';
import type { Happening, Trigger } from './trigger.ts';

export interface EventRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const SCHEMA =
  'https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto';

/** Whether the trigger wants this change. */
export function concerns(trigger: Trigger, database: DatabaseId, change: DocumentChange): boolean {
  return (
    trigger.project === database.project &&
    trigger.database === database.database &&
    (trigger.happening === 'written' || trigger.happening === happeningOf(change)) &&
    trigger.matches(change.path)
  );
}

function happeningOf({ before, after }: DocumentChange): Happening {
  if (!before) return 'created';
  return after ? 'updated' : 'deleted';
}

/** `id`: of the event. */
export function toEventRequest(
  id: string,
  trigger: Trigger,
  commit: CommittedChanges,
  change: DocumentChange,
): EventRequest {
  return trigger.style === 'legacy'
    ? toLegacy(id, trigger, commit, change)
    : toCloudEvent(id, trigger, commit, change);
}

function toCloudEvent(
  id: string,
  trigger: Trigger,
  commit: CommittedChanges,
  change: DocumentChange,
): EventRequest {
  const { database, commitTime, caller } = commit;
  const data = encodeProtobuf(DOCUMENT_EVENT_DATA, toData(database, change));
  const headers: Record<string, string> = {
    'content-type': 'application/protobuf',
    'ce-specversion': '1.0',
    'ce-id': id,
    'ce-type': trigger.eventType,
    'ce-source': `//firestore.googleapis.com/${toDatabaseName(database)}`,
    'ce-subject': inHeader(`documents/${change.path}`),
    'ce-time': JSON.parse(toJsonTimestamp(commitTime)),
    'ce-datacontenttype': 'application/protobuf',
    'ce-dataschema': SCHEMA,
    'ce-project': database.project,
    'ce-database': database.database,
    'ce-namespace': '(default)',
    'ce-document': inHeader(change.path),
    'ce-location': 'local',
  };
  if (trigger.style === 'cloudEventWithAuth') Object.assign(headers, authHeaders(caller));
  // The Functions emulator expects protobuf in base64 and gives the function the bytes.
  return { headers, body: Buffer.from(data).toString('base64') };
}

function authHeaders(caller: Caller): Record<string, string> {
  if (caller.kind === 'admin') return { 'ce-authtype': 'service_account', 'ce-authid': 'owner' };
  if (!caller.auth) return { 'ce-authtype': 'unauthenticated' };
  return { 'ce-authtype': 'unknown', 'ce-authid': inHeader(caller.auth.uid) };
}

function toLegacy(
  id: string,
  trigger: Trigger,
  { database, commitTime }: CommittedChanges,
  change: DocumentChange,
): EventRequest {
  const context = {
    eventId: id,
    eventType: trigger.eventType,
    timestamp: JSON.parse(toJsonTimestamp(commitTime)) as string,
    resource: { service: 'firestore.googleapis.com', name: toDocumentName(database, change.path) },
  };
  const data = toJson(DOCUMENT_EVENT_DATA, toData(database, change));
  return {
    headers: { 'content-type': 'application/json' },
    body: `{"context":${JSON.stringify(context)},"data":${data}}`,
  };
}

function toData(database: DatabaseId, { before, after }: DocumentChange): typeof DOCUMENT_EVENT_DATA.shape {
  return {
    value: after ? toDocument(database, after) : undefined,
    oldValue: before ? toDocument(database, before) : undefined,
    updateMask:
      before && after
        ? { fieldPaths: changedPaths(before.fields, after.fields, []).map(formatFieldPath) }
        : undefined,
  };
}

/** The paths whose values differ, as deep as both sides are maps. */
function changedPaths(before: MapValue, after: MapValue, at: FieldPath): FieldPath[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)];
    const path = [...at, key];
    if (old instanceof Map && fresh instanceof Map) return changedPaths(old, fresh, path);
    return old !== undefined && fresh !== undefined && valuesIdentical(old, fresh) ? [] : [path];
  });
}

/** Header values carry ASCII only; the rest is percent-encoded, as CloudEvents over HTTP has it. */
function inHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]+/gu, (part) => encodeURIComponent(Buffer.from(part).toString('utf8')));
}
