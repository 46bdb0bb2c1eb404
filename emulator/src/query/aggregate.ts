import type { View } from '../store/view.ts';
import type { Document, FieldPath } from '../values/document.ts';
import { isNameField } from '../values/field-path.ts';
import { getField } from '../values/fields.ts';
import { StatusError } from '../values/status.ts';
import { utf8Length } from '../values/utf8.ts';
import type { Value } from '../values/value.ts';
import type { QueryPlan } from './query-plan.ts';
import { window } from './run-query.ts';
import type { Aggregation } from './structured-query.ts';

const MAX_AGGREGATIONS = 5;
const MAX_ALIAS_BYTES = 1500;
const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/** Aggregations with their aliases settled: those without one are called `field_1`, `field_2` and so on. */
export function checkAggregations(aggregations: readonly Aggregation[]): readonly Aggregation[] {
  if (aggregations.length === 0) throw invalid('Aggregations can not be empty.');
  if (aggregations.length > MAX_AGGREGATIONS) {
    throw invalid(
      `The maximum number of aggregations allowed in an aggregation query is ${MAX_AGGREGATIONS}. Received: ${aggregations.length}`,
    );
  }
  let unnamed = 0;
  const seen = new Set<string>();
  return aggregations.map((aggregation) => {
    if (aggregation.alias === '') unnamed += 1;
    const alias = aggregation.alias === '' ? `field_${unnamed}` : aggregation.alias;
    if (/^__.*__$/s.test(alias)) throw invalid(`The property.name "${alias}" is reserved.`);
    if (utf8Length(alias) > MAX_ALIAS_BYTES) {
      throw invalid(`The property.name is longer than ${MAX_ALIAS_BYTES} bytes.`);
    }
    if (seen.has(alias)) throw invalid(`Aggregation aliases contain duplicate alias: ${alias}.`);
    seen.add(alias);
    checkAggregation(aggregation);
    return { ...aggregation, alias };
  });
}

/** The fields without which a document does not count, not even in a `count` beside a sum. */
export function aggregatedFields(aggregations: readonly Aggregation[]): readonly FieldPath[] {
  return aggregations.flatMap((aggregation) => (aggregation.field === null ? [] : [aggregation.field]));
}

/** The values by alias, in the order asked for. The plan must require the aggregated fields. */
export function aggregate(
  view: View,
  plan: QueryPlan,
  aggregations: readonly Aggregation[],
): ReadonlyMap<string, Value> {
  const { documents } = window(view, plan);
  return new Map(aggregations.map((each) => [each.alias, resultOf(each, documents)]));
}

function checkAggregation(aggregation: Aggregation): void {
  if (aggregation.kind === 'count') {
    if (aggregation.upTo !== null && aggregation.upTo < 0) {
      throw invalid('The `up_to` value in a COUNT aggregation must be greater than or equal to zero.');
    }
  } else if (aggregation.field === null) {
    throw invalid('Invalid empty property path string.');
  } else if (isNameField(aggregation.field)) {
    throw invalid('Aggregations are not supported for the property: __key__');
  }
}

function resultOf(aggregation: Aggregation, documents: readonly Document[]): Value {
  if (aggregation.kind === 'count' || aggregation.field === null) {
    return BigInt(Math.min(documents.length, aggregation.upTo ?? documents.length));
  }
  const total = add(documents, aggregation.field);
  if (aggregation.kind === 'avg') return total.count === 0 ? null : total.asDouble / total.count;
  return total.exact === null || total.exact > MAX_LONG || total.exact < MIN_LONG
    ? total.asDouble
    : total.exact;
}

/** Integers are added exactly, however far the sum strays on the way; one double makes the sum a double. */
function add(
  documents: readonly Document[],
  field: FieldPath,
): { exact: bigint | null; asDouble: number; count: number } {
  let whole = 0n;
  let fraction = 0;
  let doubles = 0;
  let count = 0;
  for (const document of documents) {
    const value = getField(document.fields, field);
    if (typeof value === 'bigint') whole += value;
    else if (typeof value === 'number') {
      fraction += value;
      doubles += 1;
    } else continue;
    count += 1;
  }
  return { exact: doubles === 0 ? whole : null, asDouble: Number(whole) + fraction, count };
}

function invalid(message: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', message);
}
