import type { DatabaseId, Document } from '../values/document.ts';
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

function entityKey(database: DatabaseId, path: string): string {
  const segments = path.split('/');
  let elements = '';
  for (let index = 0; index < segments.length; index += 2) {
    elements += `  Element {\n    type: "${segments[index]}"\n    name: "${segments[index + 1]}"\n  }\n`;
  }
  return `app: "dev~${database.project}"\npath <\n${elements}>\n`;
}
