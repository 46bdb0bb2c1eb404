import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readDiscoverChoice } from '../../data/discover-choice.ts';
import { looserThan, toFilter, useDiscoverChoice, widerThan } from './discover-filter.ts';

const graz = { id: 'graz-at', name: 'Graz', region: 'Styria', country: 'AT', geohash: 'u26gz' };

const anything = { topics: [], place: null, withinKm: 50, name: '', activeThisWeek: false };
const noon = Date.UTC(2026, 10, 21, 12);

describe('what a person looks for', () => {
  it('is there again after a look elsewhere or a reload, and in no address', () => {
    const first = renderHook(() => useDiscoverChoice('ada'));
    act(() => first.result.current[1]({ topics: ['anxiety'], place: graz }));
    first.unmount();
    expect(renderHook(() => useDiscoverChoice('ada')).result.current[0].topics).toEqual(['anxiety']);
    expect(window.location.href).not.toContain('anxiety');
    expect(readDiscoverChoice('ada')).toMatchObject({ topics: ['anxiety'], place: graz, withinKm: 50 });
  });

  it('is not shown to the next person at the same browser', () => {
    const { result } = renderHook(() => useDiscoverChoice('ada'));
    act(() => result.current[1]({ topics: ['grief'] }));
    expect(renderHook(() => useDiscoverChoice('bo')).result.current[0].topics).toEqual([]);
  });

  it('asks around a place only when there is one', () => {
    expect(toFilter(anything, noon).near).toBeNull();
    expect(toFilter({ ...anything, place: graz }, noon).near).toEqual({ place: graz, withinKm: 50 });
  });

  it('takes the last seven days for a week', () => {
    expect(toFilter(anything, noon).activeSince).toBeNull();
    expect(toFilter({ ...anything, activeThisWeek: true }, noon).activeSince).toBe('2026-11-14');
  });

  it('widens step by step and then has no wider area', () => {
    expect([25, 50, 100, 250].map(widerThan)).toEqual([50, 100, 250, null]);
  });

  it('is given up piece by piece when nothing is found: the name, the week, the place, the topics', () => {
    const all = { topics: ['grief' as const], place: graz, withinKm: 50, name: 'Har', activeThisWeek: true };
    const steps: string[] = [];
    let wanted: typeof anything | typeof all = all;
    for (let looser = looserThan(wanted); looser; looser = looserThan(wanted)) {
      steps.push(looser.words);
      wanted = { ...wanted, ...looser.change } as typeof all;
    }
    expect(steps).toEqual(['Look for any name', 'Show quiet ones too', 'Look anywhere', 'Show all topics']);
  });
});
