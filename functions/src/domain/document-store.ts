export type Fields = Readonly<Record<string, unknown>>;

export interface StoredDocument {
  readonly path: string;
  readonly data: Fields;
}

export interface DocumentFilter {
  readonly field: string;
  readonly op: '==' | '<=' | 'array-contains' | 'in';
  readonly value: unknown;
}

export interface DocumentQuery {
  /** Path of a collection; the id of a collection group if `group` is true. */
  readonly collection: string;
  readonly group?: boolean;
  readonly where?: readonly DocumentFilter[];
  readonly limit: number;
  /** The path of a document: those after it. Only for queries without `<=` and `in`, which come in the order of their paths. */
  readonly after?: string | undefined;
}

/** As the value of a field in a change: the field goes. */
export const removedField = Symbol('removed field');

export type DocumentWrite =
  | { readonly act: 'delete'; readonly path: string }
  | { readonly act: 'set'; readonly path: string; readonly data: Fields }
  /** Fails when the document is not there. A name with a dot is that of a field inside a map. */
  | { readonly act: 'update'; readonly path: string; readonly change: Fields };

/** Documents by path, for work that goes through many of them page by page. */
export interface DocumentStore {
  /** Those of `paths` that are there. */
  get(paths: readonly string[]): Promise<readonly StoredDocument[]>;
  find(query: DocumentQuery): Promise<readonly StoredDocument[]>;
  /** At most 500 writes, all or none of them. Deleting what is not there is no error. */
  commit(writes: readonly DocumentWrite[]): Promise<void>;
}

/** Enough to be quick, and few enough for one commit with a second write for each document. */
export const pageSize = 200;

/** Deletes every document that `query` finds, page by page, with what `alongside` names for each in the same commit. */
export async function deleteAll(
  documents: DocumentStore,
  query: Omit<DocumentQuery, 'limit' | 'after'>,
  alongside: (found: StoredDocument) => readonly string[] = () => [],
): Promise<number> {
  let count = 0;
  for (;;) {
    const page = await documents.find({ ...query, limit: pageSize });
    if (page.length === 0) return count;
    const paths = page.flatMap((found) => [...alongside(found), found.path]);
    await documents.commit(paths.map((path) => ({ act: 'delete', path })));
    count += page.length;
  }
}

/** Hands every document that `query` finds to `work`, page by page; `work` may change them, but not what is found. */
export async function eachPage(
  documents: DocumentStore,
  query: Omit<DocumentQuery, 'limit' | 'after'>,
  work: (page: readonly StoredDocument[]) => Promise<void>,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const page = await documents.find({ ...query, limit: pageSize, after });
    after = page.at(-1)?.path;
    if (after === undefined) return;
    await work(page);
  }
}
