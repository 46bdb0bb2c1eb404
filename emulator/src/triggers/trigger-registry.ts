import type { CommittedChanges } from '../service/options.ts';
import type { Delivery } from './delivery.ts';
import { concerns, toEventRequest } from './document-event.ts';
import type { Trigger } from './trigger.ts';

/** The triggers of every project, and the way from a commit to their functions. */
export class TriggerRegistry {
  private readonly triggers = new Map<string, Trigger>();

  /** `delivery` null: there is no Functions emulator, and commits tell nobody. */
  constructor(private readonly delivery: Delivery | null) {}

  /** A trigger of the same project and ID takes the place of the old one. */
  register(trigger: Trigger): void {
    this.triggers.set(`${trigger.project}/${trigger.id}`, trigger);
  }

  remove(project: string, id: string): void {
    this.triggers.delete(`${project}/${id}`);
  }

  /** Queues the events of a commit; returns at once and never throws. */
  onCommit(commit: CommittedChanges): void {
    const { delivery } = this;
    if (!delivery || this.triggers.size === 0) return;
    for (const change of commit.changes) {
      for (const trigger of this.triggers.values()) {
        if (!concerns(trigger, commit.database, change)) continue;
        const path = `/functions/projects/${trigger.project}/triggers/${encodeURIComponent(trigger.id)}`;
        delivery.enqueue(`${trigger.project}/${trigger.id} ${commit.database.database} ${change.path}`, {
          path,
          toRequest: () => toEventRequest(trigger, commit, change),
        });
      }
    }
  }
}
