import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
  signOut,
} from 'firebase/auth';
import {
  connectFirestoreEmulator,
  disableNetwork,
  doc,
  enableNetwork,
  type Firestore,
  getDoc,
  getDocFromServer,
  getFirestore,
  onSnapshot,
  setDoc,
  waitForPendingWrites,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, same } from './sdk-case.ts';

/** What the Firestore of these cases must be given. */
export const signInRules = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /open/{id} { allow read, write; }
    match /own/{uid} { allow read, write: if request.auth.uid == uid; }
    match /bans/{uid} { allow write; }
    match /rooms/{room} {
      function me() { return request.auth.uid; }
      function mayRead() {
        return exists(/databases/$(database)/documents/rooms/$(room)/members/$(me()))
          && !exists(/databases/$(database)/documents/bans/$(me()));
      }
      match /members/{uid} { allow write; }
      match /messages/{id} {
        allow read: if mayRead();
        allow write;
      }
    }
  }
}`;

/** A client of Firestore with users who sign in. */
export interface Client {
  readonly db: Firestore;
  signIn(uid: string): Promise<unknown>;
  signOut(): Promise<void>;
  close(): Promise<void>;
}

/** A case of a client whose user changes. `users` are two whose documents no other case has. */
export interface SignInCase {
  readonly name: string;
  readonly run: (
    open: () => Client,
    users: { readonly alice: string; readonly bob: string },
  ) => Promise<void>;
}

/** Where the two servers listen on 127.0.0.1. */
export interface SignInPorts {
  readonly firestore: number;
  readonly accounts: number;
}

let made = 0;

/** Rejects as the case does, after the clients that it opened are ended. */
export async function runSignInCase(ports: SignInPorts, { run }: SignInCase): Promise<void> {
  const clients: Client[] = [];
  const open = () => {
    const client = openClient(ports);
    clients.push(client);
    return client;
  };
  const some = Math.random().toString(36).slice(2);
  try {
    await run(open, { alice: `alice-${some}`, bob: `bob-${some}` });
  } finally {
    await Promise.all(clients.map(({ close }) => close()));
  }
}

function openClient({ firestore, accounts }: SignInPorts): Client {
  made += 1;
  const app = initializeApp({ projectId: 'demo-sign-in', apiKey: 'local' }, `sign-in-${made}`);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://127.0.0.1:${accounts}`, { disableWarnings: true });
  const db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', firestore);
  return {
    db,
    signIn: (uid) => signInWithCustomToken(auth, uid),
    signOut: () => signOut(auth),
    close: () => deleteApp(app),
  };
}

export const signInCases: readonly SignInCase[] = [
  {
    name: 'asks as nobody, as one user and as another, each from the next request on',
    run: async (open, { alice, bob }) => {
      const { db, signIn, signOut } = open();
      const [hers, his] = [doc(db, 'own', alice), doc(db, 'own', bob)];
      await failsWith('permission-denied', setDoc(hers, {}));
      await signIn(alice);
      await setDoc(hers, { n: 1 });
      same((await getDocFromServer(hers)).data(), { n: 1 });
      await signIn(bob);
      await failsWith('permission-denied', setDoc(hers, {}));
      await failsWith('permission-denied', getDocFromServer(hers));
      await setDoc(his, { n: 2 });
      await signOut();
      await failsWith('permission-denied', getDocFromServer(his));
    },
  },
  {
    name: 'keeps the listeners that the new user may have, and loses the others',
    run: async (open, { alice, bob }) => {
      const { db, signIn } = open();
      await signIn(alice);
      await setDoc(doc(db, 'own', alice), { n: 0 });
      await setDoc(doc(db, 'open', alice), { n: 1 });
      const watch = (path: string) => {
        const events = new Events<unknown>();
        onSnapshot(doc(db, path), (snapshot) => events.push(snapshot.get('n')), events.fail);
        return events;
      };
      const [shared, own] = [watch(`open/${alice}`), watch(`own/${alice}`)];
      same([await shared.next(), await own.next()], [1, 0]);
      await signIn(bob);
      await failsWith('permission-denied', own.next());
      await setDoc(doc(open().db, 'open', alice), { n: 2 });
      same(await shared.next(), 2);
    },
  },
  {
    name: 'keeps what a user has still to write until that user is back, and says so to who waits for it',
    run: async (open, { alice, bob }) => {
      const { db, signIn } = open();
      const hers = doc(db, 'own', alice);
      await signIn(alice);
      await disableNetwork(db);
      const written = setDoc(hers, { late: true });
      const waited = waitForPendingWrites(db);
      const refused = failsWith('cancelled', waited);
      await signIn(bob);
      await refused;
      await enableNetwork(db);
      await waitForPendingWrites(db);
      await failsWith('permission-denied', getDoc(hers));
      await signIn(alice);
      await written;
      same((await getDocFromServer(hers)).data(), { late: true });
    },
  },
];
