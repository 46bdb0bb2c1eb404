/**
 * Whether production could answer a query from the indexes it would have. The emulator itself needs none of them;
 * this finds a missing one on the developer's machine instead of in production.
 * https://firebase.google.com/docs/firestore/query-data/index-overview
 */
import type { FieldPath } from '../values/document.ts';
import { lastSegment } from '../values/document-name.ts';
import { formatFieldPath, isNameField, NAME_FIELD } from '../values/field-path.ts';
import { StatusError } from '../values/status.ts';
import { type Conjunction, pinnedValue } from './conditions.ts';
import type { DeclaredIndex, DeclaredIndexes, DeclaredIndexField, QueryScope } from './declared-indexes.ts';
import type { QueryPlan } from './query-plan.ts';

/** What one alternative needs: fields pinned to a value, at most one array element, then an order. */
interface Need {
  readonly collectionGroup: string;
  readonly queryScope: QueryScope;
  readonly equal: readonly string[];
  readonly contains: readonly string[];
  readonly orders: readonly {
    readonly fieldPath: string;
    readonly order: 'ASCENDING' | 'DESCENDING' | null;
  }[];
  readonly nameOrder: 'ASCENDING' | 'DESCENDING';
}

/** Throws FAILED_PRECONDITION with the entry to add, when declared indexes are given and lack one. */
export function checkIndexes(plan: QueryPlan, declared: DeclaredIndexes | null): void {
  if (declared === null || plan.scope.kind === 'level' || plan.scope.kind === 'all') return;
  for (const conditions of plan.alternatives) {
    checkArrayFilters(conditions);
    const need = needOf(plan, conditions);
    if (isServedByOneField(need)) checkFields(need, declared);
    else if (!isServedByComposites(need, declared.indexes)) {
      throw missing('indexes', JSON.stringify(entryFor(need)));
    }
  }
}

/** Google's emulator lets several pass; production refuses them. */
function checkArrayFilters(conditions: Conjunction): void {
  const filters = conditions.filter((each) => each.kind === 'field' && each.op === 'array-contains');
  if (filters.length > 1) {
    throw new StatusError(
      'INVALID_ARGUMENT',
      "A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.",
    );
  }
}

function needOf(plan: QueryPlan, conditions: Conjunction): Need {
  const equal = new Set<string>();
  const contains = new Set<string>();
  for (const condition of conditions) {
    if (isNameField(condition.field)) continue;
    if (pinnedValue(condition) !== undefined) equal.add(formatFieldPath(condition.field));
    if (condition.kind === 'field' && condition.op === 'array-contains')
      contains.add(formatFieldPath(condition.field));
  }
  const orders: { fieldPath: string; order: 'ASCENDING' | 'DESCENDING' | null }[] = [];
  const add = (field: FieldPath, order: 'ASCENDING' | 'DESCENDING' | null): void => {
    const fieldPath = formatFieldPath(field);
    if (!equal.has(fieldPath) && !orders.some((each) => each.fieldPath === fieldPath))
      orders.push({ fieldPath, order });
  };
  for (const order of plan.orders) add(order.field, order.descending ? 'DESCENDING' : 'ASCENDING');
  // What is added up is read from the index as well, in whatever direction it stands there.
  for (const field of plan.required) add(field, null);
  return {
    collectionGroup: plan.scope.kind === 'group' ? plan.scope.id : collectionId(plan),
    queryScope: plan.scope.kind === 'group' ? 'COLLECTION_GROUP' : 'COLLECTION',
    equal: [...equal],
    contains: [...contains],
    orders,
    nameOrder: plan.nameDescending ? 'DESCENDING' : 'ASCENDING',
  };
}

function collectionId(plan: QueryPlan): string {
  return plan.scope.kind === 'collection' ? lastSegment(plan.scope.path) : '';
}

/** Equalities alone are merged from single-field indexes; a single ordered field has an index of its own. */
function isServedByOneField(need: Need): boolean {
  const [first, ...more] = need.orders;
  if (first === undefined) return true;
  if (more.length > 0 || need.equal.length > 0 || need.contains.length > 0) return false;
  return first.order === null || first.order === need.nameOrder;
}

/** The automatic indexes serve one collection; a collection group, or an exempted field, needs an override. */
function checkFields(need: Need, declared: DeclaredIndexes): void {
  const uses: { fieldPath: string; mode: 'ASCENDING' | 'DESCENDING' | 'CONTAINS' | null }[] = [
    ...need.equal.map((fieldPath) => ({ fieldPath, mode: null })),
    ...need.contains.map((fieldPath) => ({ fieldPath, mode: 'CONTAINS' as const })),
    ...need.orders.map(({ fieldPath, order }) => ({ fieldPath, mode: order })),
  ];
  if (uses.length > 1 && isServedByComposites(need, declared.indexes)) return;
  for (const { fieldPath, mode } of uses) {
    const override = declared.fieldOverrides.find(
      (each) => each.collectionGroup === need.collectionGroup && each.fieldPath === fieldPath,
    );
    if (override === undefined && need.queryScope === 'COLLECTION') continue;
    const served = override?.indexes.some(
      (each) =>
        (each.queryScope ?? 'COLLECTION') === need.queryScope &&
        (mode === 'CONTAINS'
          ? each.arrayConfig === 'CONTAINS'
          : each.order !== undefined && (mode ?? each.order) === each.order),
    );
    if (served !== true)
      throw missing(
        'fieldOverrides',
        JSON.stringify(overrideFor(need, fieldPath, mode, override?.indexes ?? null)),
      );
  }
}

/**
 * An index serves when, after fields that are pinned, it has exactly the query's order. Several that differ only in
 * the pinned fields are merged, if together they cover all of them.
 */
function isServedByComposites(need: Need, indexes: readonly DeclaredIndex[]): boolean {
  const uncovered = new Set([...need.equal, ...need.contains.map((field) => `${field} CONTAINS`)]);
  let found = false;
  for (const index of indexes) {
    if (index.collectionGroup !== need.collectionGroup || index.queryScope !== need.queryScope) continue;
    const pinned = servedPrefix(need, index.fields);
    if (pinned === null) continue;
    found = true;
    for (const key of pinned) uncovered.delete(key);
  }
  return found && uncovered.size === 0;
}

function servedPrefix(need: Need, fields: readonly DeclaredIndexField[]): readonly string[] | null {
  const last = fields[fields.length - 1];
  const explicitName = last?.fieldPath === NAME_FIELD ? last.order : undefined;
  const named = explicitName === undefined ? fields : fields.slice(0, -1);
  const nameOrder = explicitName ?? last?.order ?? 'ASCENDING';
  const cut = named.length - need.orders.length;
  if (
    cut < 0 ||
    (need.orders.length > 0 &&
      nameOrder !== need.nameOrder &&
      need.orders.every((each) => each.order !== null))
  ) {
    return null;
  }
  const suffix = named.slice(cut);
  const fits = need.orders.every(({ fieldPath, order }, index) => {
    const field = suffix[index];
    return (
      field?.fieldPath === fieldPath && field.order !== undefined && (order ?? field.order) === field.order
    );
  });
  if (!fits) return null;
  const prefix = named
    .slice(0, cut)
    .map((field) => (field.arrayConfig === 'CONTAINS' ? `${field.fieldPath} CONTAINS` : field.fieldPath));
  const pinned = [...need.equal, ...need.contains.map((field) => `${field} CONTAINS`)];
  return prefix.every((key) => pinned.includes(key)) ? prefix : null;
}

function entryFor(need: Need): DeclaredIndex {
  const fields: DeclaredIndexField[] = [
    ...need.equal.map((fieldPath) => ({ fieldPath, order: 'ASCENDING' as const })),
    ...need.contains.slice(0, 1).map((fieldPath) => ({ fieldPath, arrayConfig: 'CONTAINS' as const })),
    ...need.orders.map(({ fieldPath, order }) => ({ fieldPath, order: order ?? need.nameOrder })),
  ];
  if ((fields[fields.length - 1]?.order ?? 'ASCENDING') !== need.nameOrder) {
    fields.push({ fieldPath: NAME_FIELD, order: need.nameOrder });
  }
  return { collectionGroup: need.collectionGroup, queryScope: need.queryScope, fields };
}

/** The entry replaces the automatic indexes, so it repeats them. */
function overrideFor(
  need: Need,
  fieldPath: string,
  mode: 'ASCENDING' | 'DESCENDING' | 'CONTAINS' | null,
  existing: readonly object[] | null,
): object {
  const added =
    mode === 'CONTAINS'
      ? { arrayConfig: 'CONTAINS', queryScope: need.queryScope }
      : { order: mode ?? 'ASCENDING', queryScope: need.queryScope };
  const kept = existing ?? [
    { order: 'ASCENDING', queryScope: 'COLLECTION' },
    { order: 'DESCENDING', queryScope: 'COLLECTION' },
    { arrayConfig: 'CONTAINS', queryScope: 'COLLECTION' },
  ];
  return { collectionGroup: need.collectionGroup, fieldPath, indexes: [...kept, added] };
}

function missing(list: 'indexes' | 'fieldOverrides', entry: string): StatusError {
  return new StatusError(
    'FAILED_PRECONDITION',
    `The query requires an index. Add this entry to "${list}" in firestore.indexes.json: ${entry}`,
  );
}
