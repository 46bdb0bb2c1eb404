import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithEmailAndPassword } from 'firebase/auth';
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore';
import { authHost, firestoreHost, projectId } from './suite.ts';
import { unique } from './world.ts';

/** Somebody with an account and a program of their own instead of the app. */
export interface Outsider {
  /** Firebase's client SDK, signed in as them: rules apply. */
  readonly firestore: Firestore;
  /** A request to Firestore's REST interface with their token. `path` begins after `/documents`. */
  rest(path: string, body?: unknown): Promise<{ readonly status: number; readonly text: string }>;
  leave(): Promise<void>;
}

export async function openOutsider(person: { email: string; password: string }): Promise<Outsider> {
  const app = initializeApp({ projectId, apiKey: 'local-suite' }, `outsider-${unique()}`);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${authHost()}`, { disableWarnings: true });
  const { user } = await signInWithEmailAndPassword(auth, person.email, person.password);
  const token = await user.getIdToken();
  const firestore = getFirestore(app);
  // Refusals are what these tests are after; the SDK need not tell them once more.
  setLogLevel('silent');
  const [host = '', port = ''] = firestoreHost().split(':');
  connectFirestoreEmulator(firestore, host, Number(port));
  return {
    firestore,
    rest: (path, body) => rest(path, { authorization: `Bearer ${token}` }, body),
    leave: () => deleteApp(app),
  };
}

/** A request to Firestore's REST interface: GET without a body, POST with one (a string is sent as it is). */
export async function rest(path: string, headers: Record<string, string> = {}, body?: unknown) {
  const response = await fetch(
    `http://${firestoreHost()}/v1/projects/${projectId}/databases/(default)/documents${path}`,
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        },
  );
  return { status: response.status, text: await response.text() };
}
