import { type IndexShape, keysOf, nameInGroup } from '../store/index-shape.ts';
import { inScope, nameKeyOf } from '../store/scope.ts';
import type { View } from '../store/view.ts';
import type { Document } from '../values/document.ts';
import { projectFields } from '../values/fields.ts';
import { type Conjunction, matchesAll } from './conditions.ts';
import { nearest } from './find-nearest.ts';
import { type IndexScan, namedPath, planScan } from './index-scan.ts';
import { hasFields, type QueryPlan } from './query-plan.ts';

export interface QueryAnswer {
  readonly documents: readonly Document[];
  /** How many the offset left out. */
  readonly skipped: number;
}

/** The answer of a query on a view: in order, after cursors, offset and limit, with projection. */
export function runQuery(view: View, plan: QueryPlan): QueryAnswer {
  const { documents, skipped } = window(view, plan);
  const found = plan.findNearest === null ? documents : nearest(plan.findNearest, documents);
  const { select } = plan;
  if (select === null || select.length === 0) return { documents: found, skipped };
  return {
    documents: found.map((each) => ({ ...each, fields: projectFields(each.fields, select) })),
    skipped,
  };
}

/** The same without projection: the stored documents themselves. */
export function window(view: View, plan: QueryPlan): QueryAnswer {
  const documents: Document[] = [];
  let skipped = 0;
  if (plan.limit === 0) return { documents, skipped };
  for (const document of matching(view, plan)) {
    if (skipped < plan.offset) {
      skipped += 1;
      continue;
    }
    documents.push(document);
    if (documents.length === plan.limit) break;
  }
  return { documents, skipped };
}

function matching(view: View, plan: QueryPlan): Iterable<Document> {
  const [first, ...more] = plan.alternatives;
  if (first === undefined) return [];
  if (more.length === 0) return alternative(view, plan, first);
  return merged(
    plan,
    plan.alternatives.map((conditions) => alternative(view, plan, conditions)),
  );
}

function* alternative(
  view: View,
  plan: QueryPlan,
  conditions: Conjunction,
): Generator<Document, void, undefined> {
  const scan = planScan(plan, conditions);
  const fits = (document: Document): boolean =>
    hasFields(plan, document) && matchesAll(conditions, document, plan.database);
  const named = namedPath(plan, conditions);
  if (named === null) {
    for (const document of view.scan(plan.scope, scan.shape, scan.range, scan.reverse)) {
      if (fits(document)) yield document;
    }
    return;
  }
  const document = view.get(named);
  if (document === null || !inScope(plan.scope, named) || !fits(document)) return;
  if (isWithin(plan, scan, document)) yield document;
}

/** Merges sorted alternatives into one order; a document that satisfies several comes once. */
function* merged(
  plan: QueryPlan,
  sources: readonly Generator<Document, void, undefined>[],
): Generator<Document, void, undefined> {
  const shape: IndexShape = {
    equal: [],
    contains: null,
    orders: plan.orders,
    nameDescending: plan.nameDescending,
  };
  const keyOf = (document: Document): string => keysOf(shape, document, nameInGroup)[0] ?? '';
  const heads: { key: string; document: Document; source: Generator<Document, void, undefined> }[] = [];
  const advance = (source: Generator<Document, void, undefined>): void => {
    const next = source.next();
    if (!next.done) heads.push({ key: keyOf(next.value), document: next.value, source });
  };
  sources.forEach(advance);
  let last: string | null = null;
  while (heads.length > 0) {
    let least = 0;
    for (let index = 1; index < heads.length; index += 1) {
      if ((heads[index]?.key ?? '') < (heads[least]?.key ?? '')) least = index;
    }
    const [head] = heads.splice(least, 1);
    if (head === undefined) return;
    advance(head.source);
    if (head.key !== last) yield head.document;
    last = head.key;
  }
}

/** Whether a document is in the answer, for a query without limit, offset and vector search. */
export function answerContains(plan: QueryPlan, document: Document): boolean {
  if (!inScope(plan.scope, document.path) || !hasFields(plan, document)) return false;
  const bounded = plan.startAt !== null || plan.endAt !== null;
  return plan.alternatives.some(
    (conditions) =>
      matchesAll(conditions, document, plan.database) &&
      (!bounded || isWithin(plan, planScan(plan, conditions), document)),
  );
}

function isWithin(plan: QueryPlan, { shape, range }: IndexScan, document: Document): boolean {
  return keysOf(shape, document, nameKeyOf(plan.scope)).some((key) => key >= range.from && key < range.to);
}
