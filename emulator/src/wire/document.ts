import type { DatabaseId, Document } from '../values/document.ts';
import { toJson } from './json-message.ts';
import { DOCUMENT, type DocumentMessage } from './messages.ts';
import { encodeProtobuf } from './protobuf-message.ts';
import { toDocumentName } from './resource-name.ts';

export function toDocument(database: DatabaseId, document: Document): DocumentMessage {
  return {
    name: toDocumentName(database, document.path),
    fields: document.fields,
    createTime: document.createTime,
    updateTime: document.updateTime,
  };
}

/**
 * A changed document goes to every listener of it, so each encoding of it is made once and kept as long as the
 * document itself. Documents never change and belong to one database.
 */
const asProtobuf = new WeakMap<Document, Uint8Array>();
const asJson = new WeakMap<Document, string>();

export function toDocumentBytes(database: DatabaseId, document: Document): Uint8Array {
  const known = asProtobuf.get(document);
  if (known) return known;
  const bytes = encodeProtobuf(DOCUMENT, toDocument(database, document));
  asProtobuf.set(document, bytes);
  return bytes;
}

export function toDocumentJson(database: DatabaseId, document: Document): string {
  const known = asJson.get(document);
  if (known !== undefined) return known;
  const text = toJson(DOCUMENT, toDocument(database, document));
  asJson.set(document, text);
  return text;
}
