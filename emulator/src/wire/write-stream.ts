/** The Write stream: an ordered run of commits, each answered before the next is begun. */
import type { FirestoreService } from '../service/firestore-service.ts';
import type { Caller } from '../service/requests.ts';
import type { DatabaseId } from '../values/document.ts';
import { fromDatabaseName, toDatabaseName } from '../values/resource-name.ts';
import { StatusError } from '../values/status.ts';
import { asStatusError } from './as-status-error.ts';
import { checkDatabase } from './check-database.ts';
import type { WriteRequestMessage, WriteResponseMessage } from './messages.ts';
import { commitWrites } from './unary-rpcs.ts';

export interface WriteStreamOutput {
  send(response: WriteResponseMessage): void;
  /** Ends the stream; null is a clean end. Nothing is sent afterwards. */
  end(error: StatusError | null): void;
}

let streams = 0;

export class WriteStream {
  private database: DatabaseId | null = null;
  private answers = 0;
  private ended = false;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly service: FirestoreService,
    private readonly caller: Caller,
    private readonly output: WriteStreamOutput,
  ) {}

  /** Requests may come faster than they are answered; answers keep their order. */
  receive(request: WriteRequestMessage): void {
    this.queue = this.queue
      .then(() => this.handle(request))
      .catch((error) => this.finish(asStatusError(error)));
  }

  /** The client will send no more: what it has sent is still answered. */
  halfClose(): void {
    this.queue = this.queue.then(() => this.finish(null));
  }

  /** The client is gone: nothing is answered any more. */
  close(): void {
    this.ended = true;
  }

  private async handle(request: WriteRequestMessage): Promise<void> {
    if (this.ended) return;
    if (!this.database) {
      this.database = handshake(request);
      streams += 1;
      this.output.send({ streamId: String(streams), streamToken: this.nextToken() });
      return;
    }
    checkDatabase(request.database, toDatabaseName(this.database));
    const writes = request.writes ?? [];
    if (writes.length === 0) {
      this.output.send({ streamToken: this.nextToken() });
      this.finish(null);
      return;
    }
    const { writeResults, commitTime } = await commitWrites(
      this.service,
      this.caller,
      this.database,
      writes,
      null,
    );
    if (this.ended) return;
    this.output.send({ streamToken: this.nextToken(), writeResults, commitTime });
  }

  private finish(error: StatusError | null): void {
    if (this.ended) return;
    this.ended = true;
    this.output.end(error);
  }

  /** The count of answers so far, in decimal, as the reference has it. */
  private nextToken(): Uint8Array {
    const token = Buffer.from(String(this.answers));
    this.answers += 1;
    return token;
  }
}

function handshake(request: WriteRequestMessage): DatabaseId {
  if (!request.database) throw initial("'database' must be set on an initial write request.");
  if (request.streamId) throw initial('Resuming streams is not supported, do not set stream ID.');
  if (request.streamToken && request.streamToken.length > 0) {
    throw initial(
      "Resuming streams is not supported, 'stream_token' must not be set on an initial write request.",
    );
  }
  if (request.writes && request.writes.length > 0) {
    throw initial("'writes' must not be set on an initial write request.");
  }
  return fromDatabaseName(request.database);
}

function initial(message: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', message);
}
