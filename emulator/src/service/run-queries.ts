import { aggregate, aggregatedFields, checkAggregations } from '../query/aggregate.ts';
import { planQuery, type QueryPlan } from '../query/query-plan.ts';
import { checkIndexes } from '../query/required-index.ts';
import { runQuery as answer } from '../query/run-query.ts';
import { fromMillis } from '../values/timestamp.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import { openReadView, type ReadView } from './read-view.ts';
import type {
  Aggregation,
  AggregationResult,
  Caller,
  Consistency,
  QueryResult,
  QueryTarget,
} from './requests.ts';

export function runQuery(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  target: QueryTarget,
  consistency: Consistency,
): QueryResult {
  const plan = planQuery(state.id, target.parent, target.query);
  const read = openQuery(context, caller, state, plan, consistency);
  const { documents, skipped } = answer(read.view, plan);
  return { transaction: read.newTransaction, documents, skippedResults: skipped, readTime: read.readTime };
}

export function runAggregationQuery(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  target: QueryTarget,
  requested: readonly Aggregation[],
  consistency: Consistency,
): AggregationResult {
  const aggregations = checkAggregations(requested);
  const plan = planQuery(state.id, target.parent, target.query, aggregatedFields(aggregations));
  const read = openQuery(context, caller, state, plan, consistency);
  const values = aggregate(read.view, plan, aggregations);
  return { transaction: read.newTransaction, values, readTime: read.readTime };
}

function openQuery(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  plan: QueryPlan,
  consistency: Consistency,
): ReadView {
  const read = openReadView(state, consistency);
  context.gate.list(caller, plan, read.view, fromMillis(state.store.clock.millis()));
  checkIndexes(plan, context.declaredIndexes());
  read.lockCollection(lockedCollection(plan));
  return read;
}

/** Queries lock a collection ID whatever its parent; those over every collection lock none. */
function lockedCollection(plan: QueryPlan): string {
  if (plan.scope.kind === 'group') return plan.scope.id;
  return plan.scope.kind === 'collection' ? plan.scope.path.slice(plan.scope.path.lastIndexOf('/') + 1) : '';
}
