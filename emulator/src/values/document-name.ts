import type { DatabaseId } from './document.ts';
import { StatusError } from './status.ts';
import { utf8Length } from './utf8.ts';

const MAX_ID_BYTES = 1500;
const NUMERIC_ID = /^__id(-?\d+)__$/;
const MIN_LONG = -(2n ** 63n);
const MAX_LONG = 2n ** 63n - 1n;

/** `projects/P/databases/D/documents`, without a slash at the end. */
export function documentsRoot(database: DatabaseId): string {
  return `projects/${database.project}/databases/${database.database}/documents`;
}

export function documentName(database: DatabaseId, path: string): string {
  return `${documentsRoot(database)}/${path}`;
}

/** The collection's path: `a/b/c` of `a/b/c/d`. */
export function parentCollection(documentPath: string): string {
  return documentPath.slice(0, documentPath.lastIndexOf('/'));
}

/** The last segment: a document's own ID, or a collection's. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The number in a numeric ID such as `__id7__`; null for any other ID. */
export function numericId(id: string): bigint | null {
  if (!id.startsWith('__id')) return null;
  const digits = NUMERIC_ID.exec(id)?.[1];
  if (digits === undefined) return null;
  const number = BigInt(digits);
  return number < MIN_LONG || number > MAX_LONG ? null : number;
}

/** Throws INVALID_ARGUMENT unless the path alternates non-empty collection and document IDs, ending in a document. */
export function checkDocumentPath(path: string): void {
  const segments = path.split('/');
  if (segments.length % 2 !== 0) {
    throw new StatusError('INVALID_ARGUMENT', `Document name "${path}" lacks "/" at index ${path.length}.`);
  }
  segments.forEach((segment, index) => {
    if (index % 2 === 0) checkCollectionId(segment);
    else checkDocumentId(segment);
  });
}

/** Throws INVALID_ARGUMENT for an ID that Firestore refuses; reserved and over-long ones in Google's words. */
export function checkCollectionId(id: string): void {
  checkId(id, 'Collection', 'kind');
}

export function checkDocumentId(id: string): void {
  checkId(id, 'Resource', 'name');
}

function checkId(id: string, what: 'Collection' | 'Resource', element: 'kind' | 'name'): void {
  if (id === '') throw new StatusError('INVALID_ARGUMENT', `${what} id must not be empty.`);
  if (id.includes('/')) {
    throw new StatusError('INVALID_ARGUMENT', `${what} id "${id}" is invalid because it contains "/".`);
  }
  if (id === '.' || id === '..') {
    throw new StatusError('INVALID_ARGUMENT', `${what} id "${id}" is invalid because it is reserved.`);
  }
  if (id.startsWith('__') && id.endsWith('__') && id.length >= 4) checkReservedId(id, what);
  if (id.length * 3 > MAX_ID_BYTES && utf8Length(id) > MAX_ID_BYTES) {
    throw new StatusError(
      'INVALID_ARGUMENT',
      `The key path element ${element} is longer than ${MAX_ID_BYTES} bytes.`,
    );
  }
}

function checkReservedId(id: string, what: 'Collection' | 'Resource'): void {
  if (what === 'Resource' && id.startsWith('__id')) {
    if (numericId(id) !== null) return;
    throw new StatusError(
      'INVALID_ARGUMENT',
      `A long document ID string must be formatted like '__id{LONG}__', where LONG is a 64-bit integer. Found: '${id}'.`,
    );
  }
  throw new StatusError('INVALID_ARGUMENT', `${what} id "${id}" is invalid because it is reserved.`);
}
