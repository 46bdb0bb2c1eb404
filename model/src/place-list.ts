import type { Place } from './place.ts';
import { type ListedPlace, readPlaceRow } from './place-row.ts';
import { placeRows } from './place-rows.ts';

/** The towns that a person or a community can name as its place, the most populous first. 2 MB: not for the browser. */
export const listedPlaces: readonly ListedPlace[] = placeRows.split('\n').map(readPlaceRow);

const placesById = new Map(listedPlaces.map(({ aliases, ...place }): [string, Place] => [place.id, place]));

/** The place with this id, or null when the app knows none. */
export function knownPlace(id: string): Place | null {
  return placesById.get(id) ?? null;
}
