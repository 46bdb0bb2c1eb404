import type { Document } from '../../values/document.ts';
import type { DocumentReader, EvaluationCost } from '../access.ts';
import { serviceCallError } from '../messages/service-call-error.ts';
import { RulesError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesMap, RulesValue } from '../values/rules-value.ts';
import type { DocumentFunction, DocumentService } from './context.ts';

export interface AccessBudget {
  /** How many distinct documents one evaluation may look at. */
  readonly limit: number;
  /** What other evaluations of the same commit have looked at, and how many all may together; null: alone. */
  readonly shared: { readonly seen: Set<string>; readonly limit: number } | null;
}

/**
 * `get` and its kin over a reader. A document that has been looked at is free from then on. A missing one is null to
 * `get`, as the reference has it, and an error to `getAfter` (recorded).
 */
export class DocumentAccess implements DocumentService {
  private readonly seen = new Map<string, Document | null>();
  private readonly paths = new Set<string>();

  constructor(
    private readonly reader: DocumentReader,
    private readonly database: string,
    private readonly budget: AccessBudget,
  ) {}

  call(name: DocumentFunction, argument: RulesValue): RulesValue {
    const path = argument instanceof RulesPath ? this.relativePath(argument) : null;
    if (path === null) {
      return new RulesError(
        `Invalid argument provided to call. Function: [${name}], Argument: ["||invalid_argument||"].`,
      );
    }
    const document = this.read(name === 'getAfter' || name === 'existsAfter', path);
    if (name === 'exists' || name === 'existsAfter') {
      return document === undefined ? serviceCallError(name, argument) : document !== null;
    }
    if (document === undefined) return serviceCallError(name, argument);
    if (document !== null) return documentResource(document, this.database);
    return name === 'get' ? null : serviceCallError(name, argument);
  }

  /** What was looked at so far, with the number of expressions that it took. */
  cost(expressions: number): EvaluationCost {
    return { accesses: this.seen.size, documents: this.paths, expressions };
  }

  /** undefined when the budget is spent. */
  private read(after: boolean, path: string): Document | null | undefined {
    // No document has this path, which is one segment longer.
    const key = after ? `${path}/after` : path;
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    if (this.seen.size >= this.budget.limit || !this.takeShared(key)) return undefined;
    const document = after ? this.reader.after(path) : this.reader.before(path);
    this.seen.set(key, document);
    this.paths.add(path);
    return document;
  }

  private takeShared(key: string): boolean {
    const { shared } = this.budget;
    if (shared === null || shared.seen.has(key)) return true;
    if (shared.seen.size >= shared.limit) return false;
    shared.seen.add(key);
    return true;
  }

  /** `c/d` for `/databases/<ours>/documents/c/d`; null for anything that names no document here. */
  private relativePath(path: RulesPath): string | null {
    const [root, database, documents, ...rest] = path.segments;
    if (root !== 'databases' || database !== this.database || documents !== 'documents') return null;
    if (rest.length === 0 || rest.length % 2 !== 0) return null;
    return rest.some((segment) => segment === '' || segment.includes('/')) ? null : rest.join('/');
  }
}

/** A document as `resource` or as `get()` gives it: `data`, `id` and `__name__`. */
export function documentResource(document: Pick<Document, 'path' | 'fields'>, database: string): RulesMap {
  const segments = document.path.split('/');
  return new Map<string, RulesValue>([
    ['data', document.fields],
    ['id', segments.at(-1) ?? ''],
    ['__name__', new RulesPath(['databases', database, 'documents', ...segments])],
  ]);
}
