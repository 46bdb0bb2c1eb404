import { parseOrderBy } from '../query/parse-order-by.ts';
import { planQuery, type QueryPlan } from '../query/query-plan.ts';
import { runQuery } from '../query/run-query.ts';
import type { StructuredQuery } from '../query/structured-query.ts';
import { wholeCollection } from '../query/whole-collection.ts';
import { isBelow } from '../store/scope.ts';
import type { View } from '../store/view.ts';
import { comparePaths } from '../values/compare.ts';
import type { Document } from '../values/document.ts';
import { documentName } from '../values/document-name.ts';
import { NAME_FIELD } from '../values/field-path.ts';
import { Reference } from '../values/reference.ts';
import { StatusError } from '../values/status.ts';
import { fromMillis } from '../values/timestamp.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import type { ListDocumentsOptions } from './firestore-service.ts';
import { masked } from './get-documents.ts';
import { fromPageToken, toPageToken } from './page-token.ts';
import { openReadView } from './read-view.ts';
import type { Caller } from './requests.ts';
import { requireAdmin } from './require-admin.ts';

type Listed = Document | { path: string };

export function listDocuments(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  parent: string,
  collectionId: string | null,
  options: ListDocumentsOptions,
): { documents: readonly Listed[]; nextPageToken: string } {
  const pageSize = options.pageSize ?? 0;
  if (pageSize < 0) throw new StatusError('INVALID_ARGUMENT', 'Page size must be nonnegative.');
  if (options.showMissing && collectionId === null) {
    throw new StatusError('INVALID_ARGUMENT', 'collection id must be set when show_missing is true');
  }
  // As the published proto says; in which words, nobody recorded.
  if (options.showMissing && options.orderBy.trim() !== '') {
    throw new StatusError('INVALID_ARGUMENT', 'order by must not be set when show_missing is true');
  }
  if (options.showMissing) requireAdmin(caller);
  const after = fromPageToken(options.pageToken);
  // Name order alone can start at the token and stop at the page's end; otherwise the page is cut out afterwards.
  const direct = options.orderBy === '' && !options.showMissing;
  const query = listQuery(collectionId, options);
  const plan = planQuery(state.id, parent, direct ? onePage(state, query, after, pageSize) : query);
  const read = openReadView(state, options.consistency);
  const shape = { ...plan, limit: pageSize || null, explicitOrders: direct ? [] : plan.explicitOrders };
  context.gate.list(caller, shape, read.view, fromMillis(state.store.clock.millis()));
  const found: readonly Listed[] = runQuery(read.view, plan).documents;
  const listed = options.showMissing ? withMissing(read.view, plan, found) : found;
  const start = after === null || direct ? 0 : startAfter(listed, after, options.orderBy === '');
  const page = listed.slice(start, pageSize === 0 ? undefined : start + pageSize);
  const last = page[page.length - 1];
  const documents = page.map((each) => ('fields' in each ? masked(each, options.mask) : each));
  const nextPageToken = last !== undefined && page.length === pageSize ? toPageToken(last.path) : '';
  return { documents, nextPageToken };
}

function listQuery(collectionId: string | null, options: ListDocumentsOptions): StructuredQuery {
  return { ...wholeCollection(collectionId ?? ''), orderBy: parseOrderBy(options.orderBy) };
}

function onePage(
  state: DatabaseState,
  query: StructuredQuery,
  after: string | null,
  pageSize: number,
): StructuredQuery {
  const startAt =
    after === null ? null : { values: [new Reference(documentName(state.id, after))], before: false };
  return {
    ...query,
    orderBy: [{ field: [NAME_FIELD], direction: 'ASCENDING' }],
    startAt,
    limit: pageSize === 0 ? null : pageSize,
  };
}

/** In name order a token's document may have gone since; in another order it is looked for. */
function startAfter(listed: readonly Listed[], path: string, byName: boolean): number {
  if (!byName) return listed.findIndex((each) => each.path === path) + 1;
  const start = listed.findIndex((each) => comparePaths(each.path, path) > 0);
  return start === -1 ? listed.length : start;
}

/** Documents that do not exist but have documents below them. */
function withMissing(view: View, plan: QueryPlan, found: readonly Listed[]): readonly Listed[] {
  if (plan.scope.kind !== 'collection') return found;
  const { path: collection } = plan.scope;
  const paths = new Set<string>();
  for (const each of view.collectionPaths()) {
    if (!isBelow(each, collection)) continue;
    paths.add(`${collection}/${each.slice(collection.length + 1).split('/')[0]}`);
  }
  for (const { path } of found) paths.delete(path);
  const missing = [...paths].filter((path) => view.get(path) === null).map((path) => ({ path }));
  return [...found, ...missing].sort((a, b) => comparePaths(a.path, b.path));
}
