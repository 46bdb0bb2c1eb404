import { httpsCallable } from 'firebase/functions';
import { startFirebase } from '../../firebase/app.ts';
import { functions } from '../../firebase/functions.ts';
import { accountCall } from './account-error.ts';

/**
 * Whether nobody holds this handle right now, for somebody who has no account yet: rules let only people with one read
 * handles, so a function answers. Throws AccountError, also when it was asked too often.
 */
export const checkHandle = (handle: string): Promise<boolean> =>
  accountCall(async () => {
    await startFirebase();
    const { data } = await httpsCallable<{ handle: string }, { free: boolean }>(
      functions(),
      'checkHandle',
    )({ handle });
    return data.free;
  });
