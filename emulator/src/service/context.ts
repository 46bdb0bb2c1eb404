import type { Databases } from './database-state.ts';
import type { DeclaredIndexes, FirestoreServiceOptions } from './options.ts';
import type { RulesGate } from './rules-gate.ts';

/** What every operation works with. */
export interface ServiceContext {
  readonly databases: Databases;
  readonly gate: RulesGate;
  readonly declaredIndexes: () => DeclaredIndexes | null;
  readonly onCommit: FirestoreServiceOptions['onCommit'];
}
