import { allDocuments, clear, importDocuments, removeDocuments } from './administration.ts';
import { batchWrite } from './batch-write.ts';
import { commit } from './commit.ts';
import type { ServiceContext } from './context.ts';
import { Databases } from './database-state.ts';
import { batchGet, getDocument } from './get-documents.ts';
import { listCollectionIds } from './list-collection-ids.ts';
import { listDocuments } from './list-documents.ts';
import { Stream } from './listen.ts';
import type { FirestoreServiceOptions, LocalFirestore } from './options.ts';
import { beginTransaction } from './read-view.ts';
import { RulesGate } from './rules-gate.ts';
import { runAggregationQuery, runQuery } from './run-queries.ts';
import { createDocument, deleteDocument, updateDocument } from './write-document.ts';

/** Firestore without a transport: databases spring up when they are first named and live in memory. */
export function createFirestoreService(options: FirestoreServiceOptions): LocalFirestore {
  const databases = new Databases(options);
  const context: ServiceContext = {
    databases,
    gate: new RulesGate(options),
    declaredIndexes: options.requireIndexes ?? (() => null),
    onCommit: options.onCommit,
  };
  return {
    commit: async (caller, database, writes, transaction) =>
      commit(context, caller, databases.get(database), writes, transaction),
    batchWrite: async (caller, database, writes) =>
      batchWrite(context, caller, databases.get(database), writes),
    batchGet: async (caller, database, paths, mask, consistency) =>
      batchGet(context, caller, databases.get(database), paths, mask, consistency),
    getDocument: async (caller, database, path, mask, consistency) =>
      getDocument(context, caller, databases.get(database), path, mask, consistency),
    createDocument: async (caller, database, parent, collectionId, documentId, fields, mask) =>
      createDocument(
        context,
        caller,
        databases.get(database),
        { parent, collectionId, documentId },
        fields,
        mask,
      ),
    updateDocument: async (caller, database, path, fields, updateMask, mask, precondition) =>
      updateDocument(
        context,
        caller,
        databases.get(database),
        { path, fields, mask: updateMask, precondition },
        mask,
      ),
    deleteDocument: async (caller, database, path, precondition) =>
      deleteDocument(context, caller, databases.get(database), path, precondition),
    runQuery: async (caller, target, consistency) =>
      runQuery(context, caller, databases.get(target.database), target, consistency),
    runAggregationQuery: async (caller, target, aggregations, consistency) =>
      runAggregationQuery(context, caller, databases.get(target.database), target, aggregations, consistency),
    listDocuments: async (caller, database, parent, collectionId, more) =>
      listDocuments(context, caller, databases.get(database), parent, collectionId, more),
    listCollectionIds: async (caller, database, parent, more) =>
      listCollectionIds(caller, databases.get(database), parent, more),
    beginTransaction: async (_caller, database, transaction) =>
      beginTransaction(databases.get(database), transaction).id,
    rollback: async (_caller, database, transaction) =>
      databases.get(database).transactions.rollback(transaction),
    listen: (caller, database, emit, fail) =>
      new Stream(context, caller, databases.get(database), emit, fail),
    rulesChanged: () => {
      for (const { watches } of databases.all()) watches.grants.rulesChanged();
    },
    clear: (database) => clear(databases.get(database)),
    importDocuments: (database, documents) => importDocuments(databases.get(database), documents),
    removeDocuments: (database, paths) => removeDocuments(databases.get(database), paths),
    documents: (database) => allDocuments(databases.get(database)),
    databases: () => databases.all().map((state) => state.id),
  };
}
