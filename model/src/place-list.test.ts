import { describe, expect, it } from 'vitest';
import { geohashCentre, placeSchema } from './place.ts';
import { correctPlace, knownPlace, largePlaceIds, places } from './place-list.ts';

describe('the list of places', () => {
  it('holds valid places only, each id once', () => {
    for (const place of places)
      expect(placeSchema.safeParse(place), place.id).toMatchObject({ success: true });
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
  });

  it('calls only places large that it holds', () => {
    expect(largePlaceIds.size).toBeGreaterThan(100);
    expect([...largePlaceIds].filter((id) => knownPlace(id) === null)).toEqual([]);
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

describe('a place that somebody wrote', () => {
  it('gets name, region, country and geohash of the list by its id', () => {
    const claimed = { id: 'rotterdam-nl', name: 'I need help', region: 'x', country: 'DE', geohash: 'u33db' };
    expect(correctPlace(claimed)).toEqual(knownPlace('rotterdam-nl'));
    expect(knownPlace('rotterdam-nl')).toMatchObject({ name: 'Rotterdam', country: 'NL' });
  });

  it('is no place when the list does not hold its id', () => {
    expect(correctPlace({ id: 'atlantis' })).toBeNull();
    expect(knownPlace('')).toBeNull();
  });
});
