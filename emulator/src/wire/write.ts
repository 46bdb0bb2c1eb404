/** Writes and their results. */
import type { FieldTransform, Precondition, Write, WriteResult } from '../service/requests.ts';
import type { DatabaseId, FieldPath } from '../values/document.ts';
import { parseFieldPath } from '../values/field-path.ts';
import { fromDocumentName, type ResourceName } from '../values/resource-name.ts';
import { StatusError } from '../values/status.ts';
import type {
  DocumentMaskMessage,
  FieldTransformMessage,
  PreconditionMessage,
  WriteMessage,
  WriteResultMessage,
} from './messages.ts';

export function fromMask(mask: DocumentMaskMessage | undefined): readonly FieldPath[] | null {
  return mask ? (mask.fieldPaths ?? []).map(parseFieldPath) : null;
}

export function fromPrecondition(message: PreconditionMessage | undefined): Precondition {
  if (message?.exists !== undefined) return { exists: message.exists };
  if (message?.updateTime !== undefined) return { updateTime: message.updateTime };
  return null;
}

/** A write and the database that its name is in, which may be another than the request's. */
export interface PlacedWrite {
  readonly database: DatabaseId;
  readonly write: Write;
}

export function fromWrite(message: WriteMessage): PlacedWrite {
  const precondition = fromPrecondition(message.currentDocument);
  const transforms = message.updateTransforms ?? [];
  if (message.update !== undefined) {
    const { database, path } = fromDocumentName(message.update.name ?? '');
    const write = {
      kind: 'update',
      path,
      fields: message.update.fields ?? new Map(),
      mask: fromMask(message.updateMask),
      transforms: transforms.map(fromFieldTransform),
      precondition,
    } as const;
    return { database, write };
  }
  if (message.transform !== undefined) {
    const { database, path } = fromDocumentName(message.transform.document ?? '');
    refuse(message, 'transform');
    const fieldTransforms = (message.transform.fieldTransforms ?? []).map(fromFieldTransform);
    return { database, write: { kind: 'transform', path, transforms: fieldTransforms, precondition } };
  }
  if (message.delete !== undefined) return placeBare('delete', message, fromDocumentName(message.delete));
  if (message.verify !== undefined) return placeBare('verify', message, fromDocumentName(message.verify));
  throw new StatusError('INVALID_ARGUMENT', 'The operation of a write must be set.');
}

function placeBare(kind: 'delete' | 'verify', message: WriteMessage, name: ResourceName): PlacedWrite {
  refuse(message, kind);
  const precondition = fromPrecondition(message.currentDocument);
  return { database: name.database, write: { kind, path: name.path, precondition } };
}

/** Only an update takes a mask and transforms beside it. */
function refuse(message: WriteMessage, kind: string): void {
  if (message.updateMask !== undefined) {
    throw new StatusError('INVALID_ARGUMENT', `a ${kind} must not specify a update mask.`);
  }
  if (message.updateTransforms !== undefined && message.updateTransforms.length > 0) {
    throw new StatusError('INVALID_ARGUMENT', `a ${kind} must not specify a update transform.`);
  }
}

function fromFieldTransform(message: FieldTransformMessage): FieldTransform {
  const field = parseFieldPath(message.fieldPath ?? '');
  if (message.setToServerValue !== undefined) {
    if (message.setToServerValue !== 'REQUEST_TIME') {
      throw new StatusError('INVALID_ARGUMENT', 'Unknown server value.');
    }
    return { field, kind: 'serverTimestamp' };
  }
  for (const kind of ['increment', 'maximum', 'minimum'] as const) {
    const operand = message[kind];
    if (operand !== undefined) return { field, kind, operand };
  }
  for (const kind of ['appendMissingElements', 'removeAllFromArray'] as const) {
    const elements = message[kind];
    if (elements !== undefined) return { field, kind, values: elements.values ?? [] };
  }
  throw new StatusError('INVALID_ARGUMENT', 'The transform of a field must be set.');
}

export function toWriteResult(result: WriteResult): WriteResultMessage {
  return { updateTime: result.updateTime ?? undefined, transformResults: result.transformResults };
}
