import type { DatabaseId, Document } from '../values/document.ts';
import { toDocumentName } from '../values/resource-name.ts';
import { toJson } from './json-message.ts';
import { DOCUMENT, type DocumentMessage } from './messages.ts';
import { encodeProtobuf } from './protobuf-message.ts';
import { RecentEncodings } from './recent-encodings.ts';

export function toDocument(database: DatabaseId, document: Document): DocumentMessage {
  return {
    name: toDocumentName(database, document.path),
    fields: document.fields,
    createTime: document.createTime,
    updateTime: document.updateTime,
  };
}

/**
 * A changed document goes to every listener of it at once, so each encoding of it is made once and kept for a while.
 * Only for a while: the past of a document is kept for long, its encodings are as large again and nobody asks for them.
 * Documents never change and belong to one database.
 */
const asProtobuf = new RecentEncodings<Uint8Array>();
const asJson = new RecentEncodings<string>();

export function toDocumentBytes(database: DatabaseId, document: Document): Uint8Array {
  return asProtobuf.of(document, () => encodeProtobuf(DOCUMENT, toDocument(database, document)));
}

export function toDocumentJson(database: DatabaseId, document: Document): string {
  return asJson.of(document, () => toJson(DOCUMENT, toDocument(database, document)));
}
