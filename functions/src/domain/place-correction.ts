import { isDeepStrictEqual } from 'node:util';
import type { Place } from '@sameboat/model/place';
import { knownPlace } from '@sameboat/model/place-list';

/**
 * The change that makes the place of a document what the list says under its id, null for an id that is not on the list;
 * null when there is nothing to change.
 */
export function placeCorrection(
  document: Readonly<Record<string, unknown>>,
): { readonly place: Place | null } | null {
  const stored = document.place ?? null;
  if (stored === null) return null;
  const wanted = hasId(stored) ? knownPlace(stored.id) : null;
  return isDeepStrictEqual(stored, wanted) ? null : { place: wanted };
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
