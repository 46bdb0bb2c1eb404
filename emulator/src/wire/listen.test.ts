import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListenResponse } from '../service/requests.ts';
import { arbitraryValue } from '../values/arbitrary-value.ts';
import type { Document } from '../values/document.ts';
import { toStoredMap } from '../values/stored-value.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import { encodeListenResponses } from './listen.ts';
import { COMMIT_REQUEST, LISTEN_RESPONSE } from './messages.ts';
import { decodeProtobuf, encodeProtobuf } from './protobuf-message.ts';

const database = { project: 'demo', database: '(default)' };
const time = new Timestamp(1_790_000_000, 123_456_000);
const fields = fc
  .dictionary(fc.string(), arbitraryValue)
  .map((entries): MapValue => new Map(Object.entries(entries)));

const documentWith = (path: string, content: MapValue): Document => ({
  path,
  fields: content,
  createTime: time,
  updateTime: time,
});

const changed = (document: Document, targetId: number) => ({
  database,
  response: {
    kind: 'documentChange',
    document,
    targetIds: [targetId],
    removedTargetIds: [],
  } satisfies ListenResponse,
});

const decoded = (bytes: Uint8Array) => decodeProtobuf(LISTEN_RESPONSE, bytes).documentChange;

it('gives each listener the document as it is kept, whatever the request had, however many they are', () => {
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 4 }), (contents) => {
      const request = encodeProtobuf(COMMIT_REQUEST, {
        writes: contents.map((content, index) => ({ update: { name: `n${index}`, fields: content } })),
      });
      const documents = (decodeProtobuf(COMMIT_REQUEST, request).writes ?? []).map(({ update }, index) =>
        documentWith(`c/${index}`, toStoredMap(update?.fields ?? new Map<string, Value>())),
      );
      const responses = documents.flatMap((document) => [1, 2, 3].map((id) => changed(document, id)));
      expect(encodeListenResponses(responses).map(decoded)).toStrictEqual(
        responses.map(({ response: { document, targetIds } }) => ({
          document: {
            name: `projects/demo/databases/(default)/documents/${document.path}`,
            ...(document.fields.size > 0 && { fields: document.fields }),
            createTime: time,
            updateTime: time,
          },
          targetIds,
        })),
      );
    }),
  );
});

it('encodes more than fits into one piece of memory', () => {
  const large = documentWith('c/large', new Map([['text', 'x'.repeat(900_000)]]));
  const responses = [1, 2, 3, 4, 5].map((id) => changed(large, id));
  const sizes = encodeListenResponses(responses).map((bytes) => bytes.length);
  expect(new Set(sizes).size).toBe(1);
  expect(decoded(encodeListenResponses(responses)[4] ?? new Uint8Array())).toMatchObject({ targetIds: [5] });
});
