import type { DatabaseId, Document } from '../values/document.ts';
import { numericId } from '../values/document-name.ts';
import { StatusError } from '../values/status.ts';
import { toMicros } from '../values/timestamp.ts';
import type { Precondition } from './requests.ts';

/** Why a write may not proceed, in the words of Google's emulator (which are Datastore's); null when it may. */
export function violatedPrecondition(
  database: DatabaseId,
  path: string,
  current: Document | null,
  precondition: Precondition,
): StatusError | null {
  if (precondition === null) return null;
  if ('updateTime' in precondition) {
    const stored = current === null ? 0 : toMicros(current.updateTime);
    const required = toMicros(precondition.updateTime);
    if (stored === required) return null;
    return new StatusError(
      'FAILED_PRECONDITION',
      `the stored version (${stored}) does not match the required base version (${required})`,
    );
  }
  if (precondition.exists && current === null) {
    return new StatusError('NOT_FOUND', `no entity to update: ${entityKey(database, path)}`);
  }
  if (!precondition.exists && current !== null) {
    return new StatusError(
      'ALREADY_EXISTS',
      `entity already exists: EntityRef[partitionRef=dev~${database.project}, path=/${path}]`,
    );
  }
  return null;
}

/** The document's key as Datastore prints one: a numeric ID as such, the database only when it is not the default one. */
function entityKey({ project, database }: DatabaseId, path: string): string {
  const segments = path.split('/');
  let elements = '';
  for (let index = 0; index < segments.length; index += 2) {
    const id = segments[index + 1] ?? '';
    const number = numericId(id);
    const named = number === null ? `name: ${quoted(id)}` : `id: ${number}`;
    elements += `  Element {\n    type: ${quoted(segments[index] ?? '')}\n    ${named}\n  }\n`;
  }
  const suffix = database === '(default)' ? '' : `database_id: ${quoted(database)}\n`;
  return `app: ${quoted(`dev~${project}`)}\npath <\n${elements}>\n${suffix}`;
}

/** A string in protobuf's text format: bytes that are not printable ASCII in octal. */
function quoted(text: string): string {
  let body = '';
  for (const byte of Buffer.from(text)) {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === "'" || char === '\\') body += `\\${char}`;
    else if (byte >= 0x20 && byte < 0x7f) body += char;
    else body += `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return `"${body}"`;
}
