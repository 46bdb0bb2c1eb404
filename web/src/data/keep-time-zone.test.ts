import { newSettings, type Settings } from '@sameboat/model/settings';
import { renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { commitNow } from './commit-now.ts';
import { deviceTimeZone, useKeptTimeZone } from './keep-time-zone.ts';
import type { Live } from './live-source.ts';

const known = vi.hoisted(() => ({ live: {} as unknown }));
vi.mock('./commit-now.ts', () => ({ commitNow: vi.fn(async () => undefined) }));
vi.mock('./watch-settings.ts', () => ({
  watchSettings: () => ({ subscribe: () => () => {}, getSnapshot: () => known.live }),
}));

const time = { seconds: 0, nanoseconds: 0, toMillis: () => 0 };
const stored = (change: Partial<Settings>, fromCache = false) => {
  const value = { ...newSettings(time), ...change };
  known.live = { status: 'ready', value, fromCache, error: null } as Live<Settings>;
};
const zone = (timeZone: string) =>
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    timeZone,
  } as Intl.ResolvedDateTimeFormatOptions);

beforeEach(() => {
  vi.mocked(commitNow).mockClear();
  zone('Asia/Tokyo');
});

it.each([{}, { timeZone: null }, { timeZone: 'Europe/Berlin' }])(
  'keeps the time zone of the device when the settings have %s',
  (change) => {
    stored(change);
    renderHook(() => useKeptTimeZone('ada'));
    expect(commitNow).toHaveBeenCalledExactlyOnceWith([
      { update: 'users/ada/private/settings', data: expect.objectContaining({ timeZone: 'Asia/Tokyo' }) },
    ]);
  },
);

it('writes nothing when the settings have it already, or are not known for certain', () => {
  stored({ timeZone: 'Asia/Tokyo' });
  renderHook(() => useKeptTimeZone('ada'));
  stored({}, true);
  renderHook(() => useKeptTimeZone('ada'));
  known.live = { status: 'ready', value: null, fromCache: false, error: null };
  renderHook(() => useKeptTimeZone('ada'));
  expect(commitNow).not.toHaveBeenCalled();
});

it('writes nothing that is no time zone', () => {
  zone('where I live');
  expect(deviceTimeZone()).toBeNull();
  stored({});
  renderHook(() => useKeptTimeZone('ada'));
  expect(commitNow).not.toHaveBeenCalled();
});
