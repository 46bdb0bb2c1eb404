import { signInWithCredential } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { prepareGoogleVisit, readGoogleAnswer } from '../../firebase/google.ts';
import { AccountError, accountCall } from './account-error.ts';
import { startSession } from './session-store.ts';

/** Where Google sends people back to. Registered with Google: see "Deploy to Firebase" in the README. */
export const googleReturnPath = '/google';

/** What this tab remembers while its person is at Google. */
const visitKey = 'sameboat.google';

/** Leaves for Google's page. `from` is where the person wanted to go in the app. Throws AccountError. */
export const goToGoogle = (from: string | undefined): Promise<void> =>
  accountCall(async () => {
    await startFirebase();
    const { address, sessionId } = await prepareGoogleVisit(window.location.origin + googleReturnPath);
    sessionStorage.setItem(visitKey, JSON.stringify({ sessionId, from }));
    window.location.assign(address);
  });

let returning: Promise<string | undefined> | undefined;

/**
 * Signs in with what Google put into the address, which is cleaned at once, and returns the `from` of goToGoogle; the
 * session follows by itself. A second call shares the first. Throws AccountError: 'cancelled' when the person said no, or
 * when this tab never asked.
 */
export const returnFromGoogle = (): Promise<string | undefined> => {
  returning ??= accountCall(async () => {
    const cameBackTo = window.location.href;
    const visit = takeVisit();
    window.history.replaceState(window.history.state, '', googleReturnPath);
    if (visit === null) throw new AccountError('cancelled');
    await startFirebase();
    await startSession();
    await signInWithCredential(auth(), await readGoogleAnswer(cameBackTo, visit.sessionId));
    return visit.from;
  });
  return returning;
};

function takeVisit(): { sessionId: string; from: string | undefined } | null {
  const kept = sessionStorage.getItem(visitKey);
  sessionStorage.removeItem(visitKey);
  const visit: unknown = kept === null ? null : JSON.parse(kept);
  if (typeof visit !== 'object' || visit === null) return null;
  const sessionId: unknown = Reflect.get(visit, 'sessionId');
  const from: unknown = Reflect.get(visit, 'from');
  if (typeof sessionId !== 'string') return null;
  return { sessionId, from: typeof from === 'string' ? from : undefined };
}
