import { newSettings, type Settings, settingsPath } from '@sameboat/model/settings';
import { serverTime } from '../firebase/encode-value.ts';
import { commitNow } from './commit-now.ts';
import { toDataError } from './data-error.ts';

export type SettingsChange = Partial<Pick<Settings, 'typing' | 'readReceipts'>>;

/** Changes some of the person's settings; makes them first where there are none. Throws DataError: 'offline' among them. */
export async function updateSettings(uid: string, change: SettingsChange): Promise<void> {
  const path = settingsPath(uid);
  try {
    await commitNow([{ update: path, data: { ...change, updatedAt: serverTime } }]);
  } catch (cause) {
    if (toDataError(cause).code !== 'not-found') throw cause;
    await commitNow([{ set: path, data: { ...newSettings(serverTime), ...change } }]);
  }
}
