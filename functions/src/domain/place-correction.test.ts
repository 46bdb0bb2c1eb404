import { knownPlace } from '@sameboat/model/place-list';
import { expect, it } from 'vitest';
import { placeCorrection } from './place-correction.ts';

const berlin = knownPlace('berlin-de');

it('changes nothing where the place is that of the list, or there is none', () => {
  expect(berlin).not.toBeNull();
  expect(placeCorrection({ place: { ...berlin } })).toBeNull();
  expect(placeCorrection({ place: null })).toBeNull();
  expect(placeCorrection({ topics: [] })).toBeNull();
});

it('puts name, region, country and geohash right by the id', () => {
  const place = { ...berlin, name: 'Write to me at example.com', geohash: 'zzzzz' };
  expect(placeCorrection({ place })).toEqual({ place: berlin });
  expect(placeCorrection({ place: { id: 'berlin-de', extra: 'words' } })).toEqual({ place: berlin });
});

it('takes away a place that is not on the list', () => {
  expect(placeCorrection({ place: { ...berlin, id: 'atlantis' } })).toEqual({ place: null });
  expect(placeCorrection({ place: 'Berlin' })).toEqual({ place: null });
});
