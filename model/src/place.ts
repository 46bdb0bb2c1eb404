import * as z from 'zod/mini';
import { nameText } from './text.ts';

/** A city. The geohash has five characters: about 5 km, never finer. */
export const placeSchema = z.strictObject(
  {
    id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, 'Choose a place from the list.')),
    name: nameText('The place', 1, 80),
    region: nameText('The region', 1, 80),
    country: z.string().check(z.regex(/^[A-Z]{2}$/, 'A country has two letters.')),
    geohash: z.string().check(z.regex(/^[0-9bcdefghjkmnpqrstuvwxyz]{5}$/, 'A place is known to about 5 km.')),
  },
  'Choose a place from the list.',
);

export type Place = z.infer<typeof placeSchema>;

const digits = '0123456789bcdefghjkmnpqrstuvwxyz';

/** The middle of a geohash cell in degrees. For other characters than a geohash has, the result means nothing. */
export function geohashCentre(geohash: string): { latitude: number; longitude: number } {
  const bounds = { longitude: [-180, 180] as [number, number], latitude: [-90, 90] as [number, number] };
  let axis: 'longitude' | 'latitude' = 'longitude';
  for (const character of geohash) {
    const value = digits.indexOf(character);
    for (let bit = 4; bit >= 0; bit--) {
      const range = bounds[axis];
      const middle = (range[0] + range[1]) / 2;
      if ((value >> bit) & 1) range[0] = middle;
      else range[1] = middle;
      axis = axis === 'longitude' ? 'latitude' : 'longitude';
    }
  }
  return {
    latitude: (bounds.latitude[0] + bounds.latitude[1]) / 2,
    longitude: (bounds.longitude[0] + bounds.longitude[1]) / 2,
  };
}
