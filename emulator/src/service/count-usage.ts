import type { DatabaseId } from '../values/document.ts';
import { StatusError } from '../values/status.ts';
import type { LocalFirestore } from './options.ts';
import type { AggregationResult, Caller, Write } from './requests.ts';

/** What a kind of caller has used. */
export interface Usage {
  /** As Firestore bills them: each document asked for, each document of an answer, one for an empty answer. */
  reads: number;
  writes: number;
  deletes: number;
  /** Commits that ended with ABORTED. */
  aborted: number;
}

export type UsageByCaller = Readonly<Record<Caller['kind'], Usage>>;

export interface CountedFirestore {
  readonly service: LocalFirestore;
  usageOf(project: string): UsageByCaller;
  clearUsage(project: string): void;
}

/** An aggregation costs one read for so many entries of an index. */
const entriesPerRead = 1_000;

const nothing = (): Usage => ({ reads: 0, writes: 0, deletes: 0, aborted: 0 });

/** Counts what callers ask for and write. Listeners, and what rules look up, are not in it. */
export function countUsage(service: LocalFirestore): CountedFirestore {
  const projects = new Map<string, UsageByCaller>();
  const usageOf = (project: string): UsageByCaller => {
    const known = projects.get(project) ?? { admin: nothing(), user: nothing() };
    projects.set(project, known);
    return known;
  };
  const usage = (caller: Caller, { project }: DatabaseId) => usageOf(project)[caller.kind];
  const answered = (caller: Caller, database: DatabaseId, documents: number) => {
    usage(caller, database).reads += Math.max(1, documents);
  };
  const wrote = (caller: Caller, database: DatabaseId, writes: readonly Pick<Write, 'kind'>[]) => {
    const used = usage(caller, database);
    used.deletes += writes.filter(({ kind }) => kind === 'delete').length;
    used.writes += writes.filter(({ kind }) => kind === 'update' || kind === 'transform').length;
  };
  return {
    usageOf,
    clearUsage: (project) => void projects.delete(project),
    service: {
      ...service,
      async commit(caller, database, writes, transaction) {
        try {
          const result = await service.commit(caller, database, writes, transaction);
          wrote(caller, database, writes);
          return result;
        } catch (error) {
          if (error instanceof StatusError && error.code === 'ABORTED') usage(caller, database).aborted += 1;
          throw error;
        }
      },
      async batchWrite(caller, database, writes) {
        const results = await service.batchWrite(caller, database, writes);
        wrote(
          caller,
          database,
          writes.filter((_, index) => !(results[index] instanceof StatusError)),
        );
        return results;
      },
      async batchGet(caller, database, paths, mask, consistency) {
        const found = await service.batchGet(caller, database, paths, mask, consistency);
        answered(caller, database, found.results.length);
        return found;
      },
      async getDocument(caller, database, path, mask, consistency) {
        answered(caller, database, 1);
        return service.getDocument(caller, database, path, mask, consistency);
      },
      async createDocument(caller, database, parent, collectionId, documentId, fields, mask) {
        const made = await service.createDocument(
          caller,
          database,
          parent,
          collectionId,
          documentId,
          fields,
          mask,
        );
        wrote(caller, database, [{ kind: 'update' }]);
        return made;
      },
      async updateDocument(caller, database, path, fields, updateMask, mask, precondition) {
        const made = await service.updateDocument(
          caller,
          database,
          path,
          fields,
          updateMask,
          mask,
          precondition,
        );
        wrote(caller, database, [{ kind: 'update' }]);
        return made;
      },
      async deleteDocument(caller, database, path, precondition) {
        await service.deleteDocument(caller, database, path, precondition);
        wrote(caller, database, [{ kind: 'delete' }]);
      },
      async runQuery(caller, target, consistency) {
        const found = await service.runQuery(caller, target, consistency);
        answered(caller, target.database, found.documents.length + found.skippedResults);
        return found;
      },
      async runAggregationQuery(caller, target, aggregations, consistency) {
        const found = await service.runAggregationQuery(caller, target, aggregations, consistency);
        answered(caller, target.database, Math.ceil(largestCount(found) / entriesPerRead));
        return found;
      },
      async listDocuments(caller, database, parent, collectionId, options) {
        const found = await service.listDocuments(caller, database, parent, collectionId, options);
        answered(caller, database, found.documents.length);
        return found;
      },
      async listCollectionIds(caller, database, parent, options) {
        answered(caller, database, 1);
        return service.listCollectionIds(caller, database, parent, options);
      },
    },
  };
}

/** Sums and averages do not tell how much they went through; a count does. */
function largestCount({ values }: AggregationResult): number {
  return Math.max(0, ...[...values.values()].map((value) => (typeof value === 'bigint' ? Number(value) : 0)));
}
