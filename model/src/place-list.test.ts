import { describe, expect, it } from 'vitest';
import { geohashCentre, placeSchema } from './place.ts';
import { places } from './place-list.ts';

describe('the list of places', () => {
  it('holds valid places only, each id once', () => {
    for (const place of places)
      expect(placeSchema.safeParse(place), place.id).toMatchObject({ success: true });
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
  });

  it.each([
    ['rotterdam-nl', 51.92, 4.48],
    ['sydney-au', -33.87, 151.21],
    ['lima-pe', -12.05, -77.04],
  ])('puts %s where it is', (id, latitude, longitude) => {
    const place = places.find((candidate) => candidate.id === id);
    const centre = geohashCentre(place?.geohash ?? '');
    expect(Math.abs(centre.latitude - latitude)).toBeLessThan(0.05);
    expect(Math.abs(centre.longitude - longitude)).toBeLessThan(0.05);
  });
});
