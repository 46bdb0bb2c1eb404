import type { MapValue } from '../../values/value.ts';
import type { DocumentFunction, DocumentService } from '../evaluate/context.ts';
import { documentResource } from '../evaluate/document-access.ts';
import { serviceCallError } from '../messages/service-call-error.ts';
import { RulesError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesValue } from '../values/rules-value.ts';

/** Storage rules may look at two Firestore documents in one evaluation. */
const documentLimit = 2;

const pending = new RulesError('A document has to be fetched first.', true);

/**
 * `firestore.get` and `firestore.exists` over documents fetched so far. Evaluation is synchronous and fetching is
 * not: a document that is not here yet is an error, `missing` names it, and the caller fetches it and evaluates anew.
 */
export class FetchedDocuments implements DocumentService {
  private readonly fetched = new Map<string, MapValue | null>();
  private wanted: string | null = null;

  call(name: DocumentFunction, argument: RulesValue): RulesValue {
    const path = argument instanceof RulesPath ? argument : null;
    const [root, database, documents, ...rest] = path?.segments ?? [];
    const valid =
      root === 'databases' && documents === 'documents' && rest.length > 0 && rest.length % 2 === 0;
    const safe = rest.every(
      (segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[/?#%]/.test(segment),
    );
    if (path === null || !valid || !safe || database === undefined) {
      return new RulesError(`Invalid argument provided to call. Function: [firestore.${name}].`);
    }
    const key = path.toString();
    const fields = this.fetched.get(key);
    if (fields === undefined) {
      if (this.fetched.size >= documentLimit) return serviceCallError(`firestore.${name}`, path);
      this.wanted ??= key;
      return pending;
    }
    if (name === 'exists') return fields !== null;
    return fields === null ? null : documentResource({ path: rest.join('/'), fields }, database);
  }

  /** The path of a document that the last evaluation wanted and did not have; asking clears it. */
  takeMissing(): string | null {
    const missing = this.wanted;
    this.wanted = null;
    return missing;
  }

  /** `fields` null: there is no such document. */
  add(path: string, fields: MapValue | null): void {
    this.fetched.set(path, fields);
  }
}
