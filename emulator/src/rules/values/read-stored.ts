import { Reference } from '../../values/reference.ts';
import { RulesPath } from './rules-path.ts';
import type { RulesValue } from './rules-value.ts';

/** A value taken out of a document or list: a stored reference is the path `/databases/D/documents/c/d`. */
export function readStored(value: RulesValue): RulesValue {
  return value instanceof Reference ? referenceToPath(value) : value;
}

export function referenceToPath(reference: Reference): RulesPath {
  const [, , ...segments] = reference.name.split('/');
  return new RulesPath(segments);
}
