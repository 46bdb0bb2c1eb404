import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  collection,
  doc,
  getDoc,
  getDocs,
  onSnapshot,
  query,
  setDoc,
  setLogLevel,
  where,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startRunning } from './running.ts';
import { Events } from './sdk-cases/events.ts';

const RULES = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /notes/{id} {
      allow read: if request.auth.uid == resource.data.owner;
      allow create: if request.auth.uid == request.resource.data.owner && request.auth.token.email_verified == true;
    }
  }
}`;

let running: Running;
let environment: RulesTestEnvironment;
beforeAll(async () => {
  // Denials are expected here; the SDK would warn of each.
  setLogLevel('silent');
  running = await startRunning();
  environment = await initializeTestEnvironment({
    projectId: 'demo-rules',
    firestore: { host: '127.0.0.1', port: running.port, rules: RULES },
  });
  await environment.withSecurityRulesDisabled(async (context) => {
    await setDoc(doc(context.firestore(), 'notes/hers'), { owner: 'alice' });
  });
});
afterAll(async () => {
  await environment.cleanup();
  await running.close();
});

describe('the rules testing library', () => {
  it('sees that an owner reads and another does not', async () => {
    await assertSucceeds(getDoc(doc(environment.authenticatedContext('alice').firestore(), 'notes/hers')));
    await assertFails(getDoc(doc(environment.authenticatedContext('bob').firestore(), 'notes/hers')));
    await assertFails(getDoc(doc(environment.unauthenticatedContext().firestore(), 'notes/hers')));
  });

  it('sees the claims of a token', async () => {
    const write = (verified: boolean) => {
      const alice = environment.authenticatedContext('alice', { email_verified: verified }).firestore();
      return setDoc(doc(alice, `notes/${verified}`), { owner: 'alice' });
    };
    await assertSucceeds(write(true));
    await assertFails(write(false));
  });

  it('sees that a query is proved from its filters', async () => {
    const notes = collection(environment.authenticatedContext('alice').firestore(), 'notes');
    await assertSucceeds(getDocs(query(notes, where('owner', '==', 'alice'))));
    await assertFails(getDocs(notes));
  });

  it('is told of rules that do not compile', async () => {
    await expect(
      initializeTestEnvironment({
        projectId: 'demo-broken',
        firestore: { host: '127.0.0.1', port: running.port, rules: 'service cloud.firestore { match' },
      }),
    ).rejects.toThrow('Error compiling rules');
  });

  it('ends the listeners that new rules do not allow, and no others', async () => {
    const load = (readers: string) =>
      initializeTestEnvironment({
        projectId: 'demo-reloaded',
        firestore: {
          host: '127.0.0.1',
          port: running.port,
          rules: `service cloud.firestore { match /databases/{database}/documents {
            match /notes/{id} { allow read: if request.auth.uid in ${readers}; } } }`,
        },
      });
    const before = await load("['alice', 'bob']");
    const watch = (uid: string) => {
      const events = new Events<boolean>();
      const note = doc(before.authenticatedContext(uid).firestore(), 'notes/a');
      onSnapshot(note, (snapshot) => events.push(snapshot.exists()), events.fail);
      return events;
    };
    const [alice, bob] = [watch('alice'), watch('bob')];
    expect([await alice.next(), await bob.next()]).toStrictEqual([false, false]);

    await load("['bob']");
    await expect(alice.next()).rejects.toMatchObject({ code: 'permission-denied' });
    await before.withSecurityRulesDisabled(async (context) => {
      await setDoc(doc(context.firestore(), 'notes/a'), {});
    });
    expect(await bob.next()).toBe(true);
    await before.cleanup();
  });

  it('clears the documents', async () => {
    await environment.clearFirestore();
    await environment.withSecurityRulesDisabled(async (context) => {
      expect((await getDocs(collection(context.firestore(), 'notes'))).size).toBe(0);
    });
  });
});
