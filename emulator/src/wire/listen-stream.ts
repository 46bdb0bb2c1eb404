/** The Listen stream: from requests to the service's targets. */
import type { FirestoreService, ListenStream as Targets } from '../service/firestore-service.ts';
import type { Caller, ListenResponse } from '../service/requests.ts';
import type { DatabaseId } from '../values/document.ts';
import { fromDatabaseName } from '../values/resource-name.ts';
import type { StatusError } from '../values/status.ts';
import { asStatusError } from './as-status-error.ts';
import { fromTarget } from './listen.ts';
import type { ListenRequestMessage } from './messages.ts';

export interface ListenStreamOutput {
  send(database: DatabaseId, response: ListenResponse): void;
  /** Ends the stream; null is a clean end. Nothing is sent afterwards. */
  end(error: StatusError | null): void;
}

export class ListenStream {
  private targets: Targets | null = null;
  private ended = false;

  constructor(
    private readonly service: FirestoreService,
    private readonly caller: Caller,
    private readonly output: ListenStreamOutput,
  ) {}

  receive(request: ListenRequestMessage): void {
    if (this.ended) return;
    try {
      this.handle(request);
    } catch (error) {
      this.finish(asStatusError(error));
    }
  }

  halfClose(): void {
    this.finish(null);
  }

  /** The client is gone. */
  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.targets?.close();
  }

  private handle(request: ListenRequestMessage): void {
    if (!this.targets) {
      const database = fromDatabaseName(request.database ?? '');
      this.targets = this.service.listen(
        this.caller,
        database,
        (response) => {
          if (!this.ended) this.output.send(database, response);
        },
        (error) => this.finish(error),
      );
    }
    if (request.addTarget) this.targets.addTarget(fromTarget(request.addTarget));
    else if (request.removeTarget !== undefined) this.targets.removeTarget(request.removeTarget);
  }

  private finish(error: StatusError | null): void {
    if (this.ended) return;
    this.close();
    this.output.end(error);
  }
}
