import type { Place } from './place.ts';

/** A place with the other names that it is found by. */
export interface ListedPlace extends Place {
  readonly aliases: readonly string[];
}

/** Reads `id|name|region|country|geohash|alias;alias`; the aliases may be missing. */
export function readPlaceRow(row: string): ListedPlace {
  const [id = '', name = '', region = '', country = '', geohash = '', aliases = ''] = row.split('|');
  return { id, name, region, country, geohash, aliases: aliases === '' ? [] : aliases.split(';') };
}
