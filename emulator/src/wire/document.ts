import type { DatabaseId, Document } from '../values/document.ts';
import { toDocumentName } from '../values/resource-name.ts';
import { toJson } from './json-message.ts';
import { DOCUMENT, type DocumentMessage, type EncodedDocument } from './messages.ts';
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
 * A changed document may go to many listeners at once, so an encoding of it that is wanted again is kept for a while.
 * Only for a while: the past of a document is kept for long, its encodings are as large again and nobody asks for them.
 * Documents never change and belong to one database.
 */
const asProtobuf = new RecentEncodings<Uint8Array>();
const asJson = new RecentEncodings<string>();

/** The document for a listener: encoded, when others get it too. */
export function toSharedProtobuf(database: DatabaseId, document: Document): EncodedDocument {
  const encode = () => encodeProtobuf(DOCUMENT, toDocument(database, document));
  return asProtobuf.of(document, encode) ?? toDocument(database, document);
}

/** The document for a listener: encoded, when others get it too. */
export function toSharedJson(database: DatabaseId, document: Document): EncodedDocument {
  const encode = () => toJson(DOCUMENT, toDocument(database, document));
  return asJson.of(document, encode) ?? toDocument(database, document);
}
