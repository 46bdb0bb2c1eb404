/** The calls that write one document and answer with it. */
import { randomBytes } from 'node:crypto';
import type { Document, FieldPath } from '../values/document.ts';
import { checkCollectionId, checkDocumentId } from '../values/document-name.ts';
import { StatusError } from '../values/status.ts';
import type { MapValue } from '../values/value.ts';
import { commit } from './commit.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import { masked } from './get-documents.ts';
import type { Caller, Precondition, Write } from './requests.ts';

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 20;

export async function createDocument(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  place: { readonly parent: string; readonly collectionId: string; readonly documentId: string | null },
  fields: MapValue,
  mask: readonly FieldPath[] | null,
): Promise<Document> {
  checkCollectionId(place.collectionId);
  const id = place.documentId ?? randomId();
  checkDocumentId(id);
  const path = `${place.parent === '' ? '' : `${place.parent}/`}${place.collectionId}/${id}`;
  return write(context, caller, state, update(path, fields, null, { exists: false }), mask);
}

export async function updateDocument(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  change: {
    readonly path: string;
    readonly fields: MapValue;
    readonly mask: readonly FieldPath[] | null;
    readonly precondition: Precondition;
  },
  mask: readonly FieldPath[] | null,
): Promise<Document> {
  return write(
    context,
    caller,
    state,
    update(change.path, change.fields, change.mask, change.precondition),
    mask,
  );
}

export async function deleteDocument(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  path: string,
  precondition: Precondition,
): Promise<void> {
  await commit(context, caller, state, [{ kind: 'delete', path, precondition }], null);
}

async function write(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  single: Write,
  mask: readonly FieldPath[] | null,
): Promise<Document> {
  await commit(context, caller, state, [single], null);
  const document = state.store.get(single.path);
  // Another request may have deleted it before this one could be answered.
  if (document === null) throw new StatusError('ABORTED', 'The document was deleted at the same time.');
  return masked(document, mask);
}

function update(
  path: string,
  fields: MapValue,
  mask: readonly FieldPath[] | null,
  precondition: Precondition,
): Write {
  return { kind: 'update', path, fields, mask, transforms: [], precondition };
}

function randomId(): string {
  let id = '';
  while (id.length < ID_LENGTH) {
    for (const byte of randomBytes(ID_LENGTH * 2)) {
      // 248 is the largest multiple of 62 in a byte: above it, letters would not be equally likely.
      if (byte < 248 && id.length < ID_LENGTH) id += ID_LETTERS[byte % ID_LETTERS.length];
    }
  }
  return id;
}
