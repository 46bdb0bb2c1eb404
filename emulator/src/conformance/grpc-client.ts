/** A bare gRPC client that speaks through our own messages, so that a test says exactly what is sent. */
import { Client, type ClientDuplexStream, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import type { MessageType } from '../wire/message-type.ts';
import { decodeProtobuf, encodeProtobuf } from '../wire/protobuf-message.ts';
import { toGrpcCode } from '../wire/status.ts';
import type { UnaryRpc } from '../wire/unary-rpcs.ts';

export interface GrpcFailure {
  readonly code: string;
  readonly message: string;
}
export type GrpcOutcome<T> = { readonly responses: readonly T[] } | GrpcFailure;

/** The names of gRPC's numbers. */
export const CODES: ReadonlyMap<number, string> = new Map(
  (
    [
      'CANCELLED',
      'UNKNOWN',
      'INVALID_ARGUMENT',
      'DEADLINE_EXCEEDED',
      'NOT_FOUND',
      'ALREADY_EXISTS',
      'PERMISSION_DENIED',
      'RESOURCE_EXHAUSTED',
      'FAILED_PRECONDITION',
      'ABORTED',
      'OUT_OF_RANGE',
      'UNIMPLEMENTED',
      'INTERNAL',
      'UNAVAILABLE',
      'UNAUTHENTICATED',
    ] as const
  ).map((code) => [toGrpcCode(code), code]),
);
const SERVICE = '/google.firestore.v1.Firestore';

export class GrpcClient {
  private readonly client: Client;

  constructor(address: string) {
    this.client = new Client(address, credentials.createInsecure(), {
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
    });
  }

  call<Request extends object, Response extends object>(
    rpc: UnaryRpc<Request, Response>,
    request: Request,
    authorization: string | null = 'Bearer owner',
  ): Promise<GrpcOutcome<Response>> {
    return this.callBytes(rpc.name, encodeProtobuf(rpc.request, request), authorization, rpc.response);
  }

  /** Sends bytes as they are, which need not be a message. */
  callBytes<Response extends object>(
    name: string,
    bytes: Uint8Array,
    authorization: string | null,
    response: MessageType<Response>,
  ): Promise<GrpcOutcome<Response>> {
    return new Promise((resolve) => {
      const responses: Response[] = [];
      const call = this.client.makeServerStreamRequest(
        `${SERVICE}/${name}`,
        (message: Uint8Array) => Buffer.from(message),
        (message: Buffer) => message,
        bytes,
        metadataOf(authorization),
      );
      call.on('data', (message: Buffer) => responses.push(decodeProtobuf(response, message)));
      call.on('error', (error: ServiceError) => resolve(toFailure(error)));
      call.on('end', () => resolve({ responses }));
    });
  }

  open<Request extends object, Response extends object>(
    name: 'Listen' | 'Write',
    request: MessageType<Request>,
    response: MessageType<Response>,
    authorization: string | null = 'Bearer owner',
  ): OpenStream<Request, Response> {
    const call = this.client.makeBidiStreamRequest(
      `${SERVICE}/${name}`,
      (message: Uint8Array) => Buffer.from(message),
      (message: Buffer) => message,
      metadataOf(authorization),
    );
    return new OpenStream(call, request, response);
  }

  close(): void {
    this.client.close();
  }
}

type StreamEvent<Response> =
  | { readonly response: Response }
  | { readonly error: GrpcFailure }
  | { readonly end: true };

/** A bidirectional stream whose events are taken one by one, in order. */
export class OpenStream<Request extends object, Response extends object> {
  private readonly events: StreamEvent<Response>[] = [];
  private waiting: ((event: StreamEvent<Response>) => void) | null = null;
  private failed = false;

  constructor(
    private readonly call: ClientDuplexStream<Uint8Array, Buffer>,
    private readonly request: MessageType<Request>,
    response: MessageType<Response>,
  ) {
    call.on('data', (message: Buffer) => this.push({ response: decodeProtobuf(response, message) }));
    call.on('error', (error: ServiceError) => {
      this.failed = true;
      this.push({ error: toFailure(error) });
      this.push({ end: true });
    });
    call.on('end', () => {
      if (!this.failed) this.push({ end: true });
    });
  }

  send(request: Request): void {
    this.call.write(encodeProtobuf(this.request, request));
  }

  sendBytes(bytes: Uint8Array): void {
    this.call.write(bytes);
  }

  halfClose(): void {
    this.call.end();
  }

  cancel(): void {
    this.call.cancel();
  }

  next(): Promise<StreamEvent<Response>> {
    const event = this.events.shift();
    if (event) return Promise.resolve(event);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  private push(event: StreamEvent<Response>): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) waiting(event);
    else this.events.push(event);
  }
}

function metadataOf(authorization: string | null): Metadata {
  const metadata = new Metadata();
  if (authorization !== null) metadata.set('authorization', authorization);
  return metadata;
}

function toFailure(error: ServiceError): GrpcFailure {
  return { code: CODES.get(error.code) ?? String(error.code), message: error.details };
}
