import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readDiscoverChoice } from '../../data/discover-choice.ts';
import { toFilter, useDiscoverChoice, widerThan } from './discover-filter.ts';

const graz = { id: 'graz-at', name: 'Graz', region: 'Styria', country: 'AT', geohash: 'u26gz' };

describe('what a person looks for', () => {
  it('is there again after a look elsewhere or a reload, and in no address', () => {
    const first = renderHook(() => useDiscoverChoice('ada'));
    act(() => first.result.current[1]({ topics: ['anxiety'], place: graz }));
    first.unmount();
    expect(renderHook(() => useDiscoverChoice('ada')).result.current[0].topics).toEqual(['anxiety']);
    expect(window.location.href).not.toContain('anxiety');
    expect(readDiscoverChoice('ada')).toEqual({ topics: ['anxiety'], place: graz, withinKm: 50 });
  });

  it('is not shown to the next person at the same browser', () => {
    const { result } = renderHook(() => useDiscoverChoice('ada'));
    act(() => result.current[1]({ topics: ['grief'] }));
    expect(renderHook(() => useDiscoverChoice('bo')).result.current[0].topics).toEqual([]);
  });

  it('asks around a place only when there is one', () => {
    expect(toFilter({ topics: [], place: null, withinKm: 50 }).near).toBeNull();
    expect(toFilter({ topics: [], place: graz, withinKm: 50 }).near).toEqual({ place: graz, withinKm: 50 });
  });

  it('widens step by step and then has no wider area', () => {
    expect([25, 50, 100, 250].map(widerThan)).toEqual([50, 100, 250, null]);
  });
});
