import { randomUUID } from 'node:crypto';
import type { CommittedChanges } from '../service/options.ts';
import type { Delivery, PendingEvent } from './delivery.ts';
import { concerns, toEventRequest } from './document-event.ts';
import type { Trigger } from './trigger.ts';

/** The triggers of every project, and the way from a commit to their functions. */
export class TriggerRegistry {
  private readonly triggers = new Map<string, Trigger>();
  /** By the path of their function, which was not registered yet. */
  private readonly recovered = new Map<string, PendingEvent[]>();

  /** `delivery` null: there is no Functions emulator, and commits tell nobody. */
  constructor(private readonly delivery: Delivery | null) {}

  /** A trigger of the same project and ID takes the place of the old one. */
  register(trigger: Trigger): void {
    this.triggers.set(`${trigger.project}/${trigger.id}`, trigger);
    const path = pathOf(trigger);
    const events = this.recovered.get(path) ?? [];
    this.recovered.delete(path);
    for (const event of events) this.delivery?.enqueue(event);
  }

  remove(project: string, id: string): void {
    this.triggers.delete(`${project}/${id}`);
  }

  /** Takes events that an earlier run could not deliver; each goes out when its trigger is registered. */
  recover(events: readonly PendingEvent[]): void {
    for (const event of events) {
      const waiting = this.recovered.get(event.path);
      if (waiting) waiting.push(event);
      else this.recovered.set(event.path, [event]);
    }
  }

  /** Queues the events of a commit; returns at once and never throws. */
  onCommit(commit: CommittedChanges): void {
    const { delivery } = this;
    if (!delivery || this.triggers.size === 0) return;
    for (const change of commit.changes) {
      for (const trigger of this.triggers.values()) {
        if (!concerns(trigger, commit.database, change)) continue;
        const id = randomUUID();
        delivery.enqueue({
          id,
          lane: `${trigger.project}/${trigger.id} ${commit.database.database} ${change.path}`,
          path: pathOf(trigger),
          toRequest: () => toEventRequest(id, trigger, commit, change),
        });
      }
    }
  }
}

/** Of the trigger's function on the Functions emulator. */
function pathOf({ project, id }: Trigger): string {
  return `/functions/projects/${project}/triggers/${encodeURIComponent(id)}`;
}
