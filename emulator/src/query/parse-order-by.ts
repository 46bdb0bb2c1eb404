import { parseFieldPath } from '../values/field-path.ts';
import { StatusError } from '../values/status.ts';
import type { Order } from './structured-query.ts';

/** Parses the `order_by` of ListDocuments: `priority desc, __name__`. Throws INVALID_ARGUMENT. */
export function parseOrderBy(text: string): readonly Order[] {
  if (text.trim() === '') return [];
  return text.split(',').map((part) => {
    const [field, direction, ...more] = part.trim().split(/\s+/);
    if (field === undefined || more.length > 0) throw invalid(text);
    return { field: parseFieldPath(field), direction: toDirection(direction, text) };
  });
}

function toDirection(word: string | undefined, text: string): Order['direction'] {
  switch (word?.toLowerCase()) {
    case undefined:
    case 'asc':
      return 'ASCENDING';
    case 'desc':
      return 'DESCENDING';
    default:
      throw invalid(text);
  }
}

function invalid(text: string): StatusError {
  return new StatusError('INVALID_ARGUMENT', `Invalid order_by: "${text}".`);
}
