import { describe, expect, it } from 'vitest';
import { geohashCentre, placeSchema } from './place.ts';
import { knownPlace, listedPlaces } from './place-list.ts';

describe('the list of places', () => {
  it('holds at least 20,000 towns, each valid and with an id of its own', () => {
    expect(listedPlaces.length).toBeGreaterThan(20_000);
    const invalid = listedPlaces.filter(({ aliases, ...place }) => !placeSchema.safeParse(place).success);
    expect(invalid).toEqual([]);
    expect(new Set(listedPlaces.map((place) => place.id)).size).toBe(listedPlaces.length);
  });

  it.each([
    ['rotterdam-nl', 51.92, 4.48],
    ['sydney-au', -33.87, 151.21],
    ['lima-pe', -12.05, -77.04],
  ])('puts %s where it is', (id, latitude, longitude) => {
    const centre = geohashCentre(knownPlace(id)?.geohash ?? '');
    expect(Math.abs(centre.latitude - latitude)).toBeLessThan(0.05);
    expect(Math.abs(centre.longitude - longitude)).toBeLessThan(0.05);
  });

  it('gives a place by its id without the names it is found by, and nothing for an id it does not hold', () => {
    expect(knownPlace('rotterdam-nl')).toEqual({
      id: 'rotterdam-nl',
      name: 'Rotterdam',
      region: 'South Holland',
      country: 'NL',
      geohash: 'u15pm',
    });
    expect(knownPlace('atlantis')).toBeNull();
    expect(knownPlace('')).toBeNull();
  });
});
