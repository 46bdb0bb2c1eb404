import { beforeEach, expect, it } from 'vitest';
import { keepDiscoverChoice, readDiscoverChoice } from './discover-choice.ts';

const graz = { id: 'graz-at', name: 'Graz', region: 'Styria', country: 'AT', geohash: 'u26gz' };
const nothing = { topics: [], place: null, withinKm: 50, name: '', activeThisWeek: false };

beforeEach(() => localStorage.clear());

it('is there again after a reload, for the person who chose it alone', () => {
  const choice = { topics: ['grief' as const], place: graz, withinKm: 100, name: '', activeThisWeek: false };
  keepDiscoverChoice('ada', choice);
  expect(readDiscoverChoice('ada')).toEqual(choice);
  expect(readDiscoverChoice('ben')).toEqual(nothing);
});

it.each(['', 'null', '{', '{"topics":["loud neighbours"],"place":null,"withinKm":50}'])(
  'is nothing where the device holds %j',
  (stored) => {
    localStorage.setItem('sameboat.discover.ada', stored);
    expect(readDiscoverChoice('ada')).toEqual(nothing);
  },
);
