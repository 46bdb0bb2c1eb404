import { settingsPath, timeZoneSchema } from '@sameboat/model/settings';
import { useEffect } from 'react';
import { serverTime } from '../firebase/encode-value.ts';
import { commitNow } from './commit-now.ts';
import { useLive } from './use-live.ts';
import { watchSettings } from './watch-settings.ts';

/** The time zone of this device; null where the browser does not name one. */
export function deviceTimeZone(): string | null {
  const zone: unknown = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return timeZoneSchema.safeParse(zone).data ?? null;
}

/** Keeps the device's time zone in the person's own settings, which Otter reads when they ask for the time. */
export function useKeptTimeZone(uid: string): void {
  const settings = useLive(watchSettings(uid));
  const stored = settings.value ? (settings.value.timeZone ?? null) : undefined;
  const isStored = settings.value !== undefined && !settings.fromCache;
  useEffect(() => {
    const timeZone = deviceTimeZone();
    if (!isStored || stored === undefined || timeZone === null || timeZone === stored) return;
    // Without it Otter says that it does not know the time zone; the next visit tries again.
    commitNow([{ update: settingsPath(uid), data: { timeZone, updatedAt: serverTime } }]).catch(
      () => undefined,
    );
  }, [uid, isStored, stored]);
}
