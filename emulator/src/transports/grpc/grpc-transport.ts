/** Firestore over gRPC. Messages stay bytes until a handler reads them, so that a bad one gets a proper status. */
import type { Duplex } from 'node:stream';
import {
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { FirestoreService } from '../../service/firestore-service.ts';
import type { Caller } from '../../service/requests.ts';
import type { StatusError } from '../../values/status.ts';
import { asStatusError } from '../../wire/as-status-error.ts';
import { fromAuthorization } from '../../wire/caller.ts';
import { ListenStream } from '../../wire/listen-stream.ts';
import { LISTEN_REQUEST, WRITE_REQUEST, WRITE_RESPONSE } from '../../wire/messages.ts';
import { decodeProtobuf, encodeProtobuf, encodeProtobufs } from '../../wire/protobuf-message.ts';
import { toGrpcCode } from '../../wire/status.ts';
import * as rpcs from '../../wire/unary-rpcs.ts';
import { WriteStream } from '../../wire/write-stream.ts';
import { ListenResponses } from './listen-responses.ts';
import { asOneMessage, inPieces } from './together.ts';

const SERVICE = '/google.firestore.v1.Firestore';
const MAX_MESSAGE_BYTES = 100 * 1024 * 1024;
const MAX_STATUS_BYTES = 6000;

export interface GrpcTransport {
  /** Serves a connection that has begun with the HTTP/2 preface. */
  accept(connection: Duplex): void;
  close(): void;
}

export function createGrpcTransport(service: FirestoreService): GrpcTransport {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': -1,
    'grpc-node.flow_control_window': 4 * 1024 * 1024,
  });
  const definition: { [name: string]: ServiceDefinition[string] } = {};
  const implementation: UntypedServiceImplementation = {};
  for (const rpc of UNARY) {
    definition[rpc.name] = method(rpc.name, false, rpc.streams);
    implementation[rpc.name] = rpc.streams ? streamingHandler(service, rpc) : unaryHandler(service, rpc);
  }
  definition.Listen = method('Listen', true, true);
  implementation.Listen = listenHandler(service);
  definition.Write = method('Write', true, true);
  implementation.Write = writeHandler(service);
  server.addService(definition, implementation);

  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return {
    accept: (connection) => injector.injectConnection(connection),
    close: () => {
      injector.destroy();
      server.forceShutdown();
    },
  };
}

const UNARY: readonly AnyRpc[] = [
  overBytes(rpcs.GET_DOCUMENT),
  overBytes(rpcs.LIST_DOCUMENTS),
  overBytes(rpcs.CREATE_DOCUMENT),
  overBytes(rpcs.UPDATE_DOCUMENT),
  overBytes(rpcs.DELETE_DOCUMENT),
  overBytes(rpcs.BATCH_GET_DOCUMENTS),
  overBytes(rpcs.BEGIN_TRANSACTION),
  overBytes(rpcs.COMMIT),
  overBytes(rpcs.ROLLBACK),
  overBytes(rpcs.RUN_QUERY),
  overBytes(rpcs.RUN_AGGREGATION_QUERY),
  overBytes(rpcs.LIST_COLLECTION_IDS),
  overBytes(rpcs.BATCH_WRITE),
  overBytes(rpcs.EXECUTE_PIPELINE),
  overBytes(rpcs.PARTITION_QUERY),
];

/** A call with its messages still, and again, as bytes. */
interface AnyRpc {
  readonly name: string;
  readonly streams: boolean;
  answer(
    service: FirestoreService,
    request: Buffer,
    authenticate: () => Caller,
  ): Promise<readonly Uint8Array[]>;
}

function overBytes<Request, Response extends object>(rpc: rpcs.UnaryRpc<Request, Response>): AnyRpc {
  return {
    name: rpc.name,
    streams: rpc.streams,
    answer: async (service, request, authenticate) => {
      const responses = await rpc.answer(service, decodeProtobuf(rpc.request, request), authenticate);
      return encodeProtobufs(rpc.response, responses, (response) => response);
    },
  };
}

const asBuffer = (bytes: Uint8Array) => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes));

function method(name: string, requestStream: boolean, responseStream: boolean): ServiceDefinition[string] {
  return {
    path: `${SERVICE}/${name}`,
    requestStream,
    responseStream,
    requestSerialize: asBuffer,
    requestDeserialize: (bytes) => bytes,
    responseSerialize: responseStream ? asOneMessage : asBuffer,
    responseDeserialize: (bytes) => bytes,
  };
}

function unaryHandler(service: FirestoreService, rpc: AnyRpc): handleUnaryCall<Buffer, Uint8Array> {
  return (call, callback) => {
    rpc
      .answer(service, call.request, () => callerOf(call.metadata))
      .then(([response]) => callback(null, response ?? new Uint8Array()))
      .catch((error) => callback(toGrpcError(asStatusError(error))));
  };
}

function streamingHandler(
  service: FirestoreService,
  rpc: AnyRpc,
): handleServerStreamingCall<Buffer, readonly Uint8Array[]> {
  return (call) => {
    rpc
      .answer(service, call.request, () => callerOf(call.metadata))
      .then((responses) => {
        for (const piece of inPieces(responses)) call.write(piece);
        call.end();
      })
      .catch((error) => {
        // The Admin SDK takes an error that comes before any metadata for a lost connection, and tries for 7 s.
        call.sendMetadata(new Metadata());
        call.emit('error', toGrpcError(asStatusError(error)));
      });
  };
}

function listenHandler(service: FirestoreService): handleBidiStreamingCall<Buffer, readonly Uint8Array[]> {
  return (call) =>
    serveStream(call, LISTEN_REQUEST, (caller, end) => {
      const responses = new ListenResponses(call, end);
      return new ListenStream(service, caller, {
        send: (database, response) => responses.add(database, response),
        end: (error) => {
          responses.send();
          end(error);
        },
      });
    });
}

function writeHandler(service: FirestoreService): handleBidiStreamingCall<Buffer, readonly Uint8Array[]> {
  return (call) =>
    serveStream(
      call,
      WRITE_REQUEST,
      (caller, end) =>
        new WriteStream(service, caller, {
          send: (response) => call.write([encodeProtobuf(WRITE_RESPONSE, response)]),
          end,
        }),
    );
}

interface RequestStream<Request> {
  receive(request: Request): void;
  halfClose(): void;
  close(): void;
}

function serveStream<Request>(
  call: Parameters<handleBidiStreamingCall<Buffer, readonly Uint8Array[]>>[0],
  type: rpcs.UnaryRpc<Request, object>['request'],
  open: (caller: Caller, end: (error: StatusError | null) => void) => RequestStream<Request>,
): void {
  let stream: RequestStream<Request> | null = null;
  const end = (error: StatusError | null) => {
    if (error) call.emit('error', toGrpcError(error));
    else call.end();
  };
  try {
    stream = open(callerOf(call.metadata), end);
  } catch (error) {
    end(asStatusError(error));
    return;
  }
  const opened = stream;
  call.on('data', (bytes: Buffer) => {
    try {
      opened.receive(decodeProtobuf(type, bytes));
    } catch (error) {
      opened.close();
      end(asStatusError(error));
    }
  });
  call.on('end', () => opened.halfClose());
  call.on('cancelled', () => opened.close());
  call.on('close', () => opened.close());
  // A broken connection surfaces here as well as in `cancelled`; there is nobody left to tell.
  call.on('error', () => opened.close());
}

function callerOf(metadata: Metadata): Caller {
  const [header] = metadata.get('authorization');
  return fromAuthorization(header === undefined ? undefined : String(header));
}

function toGrpcError(error: StatusError) {
  return { code: toGrpcCode(error.code), details: fitting(error.message) };
}

/**
 * A message travels as a header, and clients read no more than a few kilobytes of those: one that quotes a long name would
 * take the whole connection with it. What is beyond is cut off.
 */
function fitting(message: string): string {
  if (message.length < MAX_STATUS_BYTES / 12) return message;
  let kept = '';
  let room = MAX_STATUS_BYTES;
  for (const char of message) {
    // Everything but printable ASCII is percent-encoded, byte by byte.
    room -= /^[ -$&-~]$/.test(char) ? 1 : 3 * Buffer.byteLength(char);
    if (room < 0) return `${kept}...`;
    kept += char;
  }
  return message;
}
