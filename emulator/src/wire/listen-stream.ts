/** The Listen stream: from requests to the service's targets. */
import type { FirestoreService, ListenStream as Targets } from '../service/firestore-service.ts';
import type { Caller, ListenResponse, ListenTarget } from '../service/requests.ts';
import type { DatabaseId } from '../values/document.ts';
import { fromDatabaseName } from '../values/resource-name.ts';
import type { StatusError } from '../values/status.ts';
import { asStatusError } from './as-status-error.ts';
import { checkDatabase } from './check-database.ts';
import { fromTarget } from './listen.ts';
import type { ListenRequestMessage, TargetMessage } from './messages.ts';

export interface ListenStreamOutput {
  send(database: DatabaseId, response: ListenResponse): void;
  /** Ends the stream; null is a clean end. Nothing is sent afterwards. */
  end(error: StatusError | null): void;
}

export class ListenStream {
  private targets: Targets | null = null;
  private database = '';
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
    const targets = this.targets ?? this.open(request.database ?? '');
    checkDatabase(request.database, this.database);
    if (request.addTarget) addTarget(targets, request.addTarget);
    else if (request.removeTarget !== undefined) targets.removeTarget(request.removeTarget);
  }

  private open(name: string): Targets {
    const database = fromDatabaseName(name);
    const targets = this.service.listen(
      this.caller,
      database,
      (response) => {
        if (!this.ended) this.output.send(database, response);
      },
      (error) => this.finish(error),
    );
    this.database = name;
    this.targets = targets;
    return targets;
  }

  private finish(error: StatusError | null): void {
    if (this.ended) return;
    this.close();
    this.output.end(error);
  }
}

/** A target that cannot be read is refused by itself: an SDK tells its listener, where it would open a dead stream anew. */
function addTarget(targets: Targets, message: TargetMessage): void {
  let target: ListenTarget;
  try {
    target = fromTarget(message);
  } catch (error) {
    targets.refuseTarget(message.targetId ?? 0, asStatusError(error));
    return;
  }
  targets.addTarget(target);
}
