import { geohashCentre, type Place } from '@sameboat/model/place';
import { chunksBetween, type FoundPlace, pieceFor, readFoundPlace } from '@sameboat/model/place-chunks';
import { placeTerm } from '@sameboat/model/place-term';
import { distanceBetween, geohashQueryBounds } from 'geofire-common';

/** Around a position these distances are looked at in turn, in kilometres. */
const REACH_KM = [30, 150, 600];

/**
 * Up to `limit` places that begin with what was typed, in any of their names: those called exactly so first, then the
 * most populous. With nothing typed the largest cities. Loads one piece of the list (at most 30 KB gzip); rejects when it
 * cannot be loaded.
 */
export async function findPlaces(typed: string, limit: number): Promise<FoundPlace[]> {
  const { chunks, heads } = await import('virtual:places');
  const term = placeTerm(typed);
  const { kind, index } = pieceFor(term, chunks.from, heads.from);
  const piece = await (kind === 'head' ? heads : chunks).load[index]?.();
  const isExact = (place: FoundPlace) => (placeTerm(place.alias ?? place.name) === term ? 0 : 1);
  const found = (piece?.default ?? '')
    .split('\n')
    .map(readFoundPlace)
    .filter((place) => placeTerm(place.alias ?? place.name).startsWith(term))
    .sort(
      (one, other) =>
        isExact(one) - isExact(other) || one.rank - other.rank || aliasOrder(one) - aliasOrder(other),
    );
  const once = new Map<string, FoundPlace>();
  for (const place of found) if (!once.has(place.id)) once.set(place.id, place);
  return [...once.values()].slice(0, limit);
}

/** A place that is found by its own name shows no other. */
const aliasOrder = ({ alias }: FoundPlace) => (alias === null ? 0 : 1);

/** The listed place nearest to a position in degrees; null when none is within 600 km. Rejects when the list cannot be loaded. */
export async function nearestPlace(latitude: number, longitude: number): Promise<Place | null> {
  const { cells } = await import('virtual:places');
  for (const km of REACH_KM) {
    const indexes = geohashQueryBounds([latitude, longitude], km * 1000).flatMap(([from, to]) =>
      chunksBetween(cells.from, from.slice(0, 5), to.slice(0, 5)),
    );
    const pieces = await Promise.all([...new Set(indexes)].map((index) => cells.load[index]?.()));
    const nearest = pieces
      .flatMap((piece) => piece?.default.split('\n').map(readFoundPlace) ?? [])
      .map((place) => {
        const centre = geohashCentre(place.geohash);
        return { place, km: distanceBetween([latitude, longitude], [centre.latitude, centre.longitude]) };
      })
      .filter((candidate) => candidate.km <= km)
      .sort((one, other) => one.km - other.km)[0];
    if (nearest) return asPlace(nearest.place);
  }
  return null;
}

/** What a document says of a place. */
export function asPlace({ id, name, region, country, geohash }: Place): Place {
  return { id, name, region, country, geohash };
}
