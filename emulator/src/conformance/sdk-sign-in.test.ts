import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithCustomToken, signOut } from 'firebase/auth';
import {
  connectFirestoreEmulator,
  disableNetwork,
  doc,
  enableNetwork,
  getDoc,
  getDocFromServer,
  getFirestore,
  onSnapshot,
  setDoc,
  setLogLevel,
  waitForPendingWrites,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Running, startRunning } from './running.ts';
import { Events } from './sdk-cases/events.ts';

const RULES = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /open/{id} { allow read, write; }
    match /own/{uid} { allow read, write: if request.auth.uid == uid; }
  }
}`;

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const uidIn = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;

function tokenFor(uid: string): string {
  const now = Math.floor(Date.now() / 1000);
  return `${encoded({ alg: 'none' })}.${encoded({ sub: uid, user_id: uid, iat: now, exp: now + 3600 })}.`;
}

/** As much of an Auth emulator as signs in whoever asks: the custom token is the uid. */
function startAccounts(): Promise<Server> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { token = '', idToken = '' } = JSON.parse(body || '{}') as { token?: string; idToken?: string };
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        request.url?.includes('accounts:lookup')
          ? { users: [{ localId: uidIn(idToken) }] }
          : { idToken: tokenFor(token), refreshToken: token, expiresIn: '3600' },
      ),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

let running: Running;
let accounts: Server;
beforeAll(async () => {
  // Refusals are expected here; the SDK would warn of each.
  setLogLevel('silent');
  running = await startRunning({ rules: RULES });
  accounts = await startAccounts();
});
afterAll(async () => {
  accounts.close();
  await running.close();
});

let made = 0;
function openClient() {
  made += 1;
  const app = initializeApp({ projectId: 'demo-sign-in', apiKey: 'local' }, `sign-in-${made}`);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://127.0.0.1:${(accounts.address() as AddressInfo).port}`, {
    disableWarnings: true,
  });
  const db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', running.port);
  return {
    db,
    signIn: (uid: string) => signInWithCustomToken(auth, uid),
    signOut: () => signOut(auth),
    close: () => deleteApp(app),
  };
}

const denied = { code: 'permission-denied' };

describe('a Firebase client whose user changes', () => {
  let client: ReturnType<typeof openClient>;
  beforeEach(() => {
    client = openClient();
    return () => client.close();
  });

  it('asks as nobody, as one user and as another, each from the next request on', async () => {
    const { db, signIn } = client;
    await expect(setDoc(doc(db, 'own/alice'), {})).rejects.toMatchObject(denied);
    await signIn('alice');
    await setDoc(doc(db, 'own/alice'), { n: 1 });
    expect((await getDocFromServer(doc(db, 'own/alice'))).data()).toEqual({ n: 1 });
    await signIn('bob');
    await expect(setDoc(doc(db, 'own/alice'), {})).rejects.toMatchObject(denied);
    await expect(getDocFromServer(doc(db, 'own/alice'))).rejects.toMatchObject(denied);
    await setDoc(doc(db, 'own/bob'), { n: 2 });
    await client.signOut();
    await expect(getDocFromServer(doc(db, 'own/bob'))).rejects.toMatchObject(denied);
  });

  it('keeps the listeners that the new user may have, and loses the others', async () => {
    const { db, signIn } = client;
    await signIn('alice');
    await setDoc(doc(db, 'own/alice'), {});
    await setDoc(doc(db, 'open/a'), { n: 1 });
    const watch = (path: string) => {
      const events = new Events<unknown>();
      onSnapshot(doc(db, path), (snapshot) => events.push(snapshot.get('n') ?? 'there'), events.fail);
      return events;
    };
    const [open, own] = [watch('open/a'), watch('own/alice')];
    expect([await open.next(), await own.next()]).toEqual([1, 'there']);
    await signIn('bob');
    await expect(own.next()).rejects.toMatchObject(denied);
    const other = openClient();
    await setDoc(doc(other.db, 'open/a'), { n: 2 });
    await other.close();
    expect(await open.next()).toBe(2);
  });

  it('keeps what a user has still to write until that user is back, and says so to who waits for it', async () => {
    const { db, signIn } = client;
    await signIn('alice');
    await disableNetwork(db);
    const written = setDoc(doc(db, 'own/alice'), { late: true });
    const waited = waitForPendingWrites(db);
    await signIn('bob');
    await expect(waited).rejects.toMatchObject({ code: 'cancelled' });
    await enableNetwork(db);
    await waitForPendingWrites(db);
    await expect(getDoc(doc(db, 'own/alice'))).rejects.toMatchObject(denied);
    await signIn('alice');
    await written;
    expect((await getDocFromServer(doc(db, 'own/alice'))).data()).toEqual({ late: true });
  });
});
