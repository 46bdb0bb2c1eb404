import { randomUUID } from 'node:crypto';
import { newGroupChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import { joiningMember } from '@sameboat/model/community-member';
import { newTextMessage } from '@sameboat/model/message';
import { newUser } from '@sameboat/model/user';
import {
  type CollectionReference,
  type DocumentData,
  type DocumentReference,
  FieldValue,
  type Firestore,
} from 'firebase-admin/firestore';
import { openFirestore } from './firestore.ts';

/** Long enough for a cold worker of the functions on a busy machine; a test that passes never waits for it. */
export const patienceMs = 30_000;

/** The suite's Firestore, as an administrator. Throws when no suite runs: these tests never reach for anything else. */
export function suiteFirestore(): Firestore {
  if (!process.env.FIRESTORE_EMULATOR_HOST) {
    throw new Error('FIRESTORE_EMULATOR_HOST is not set: run these tests with "npm test -- functions".');
  }
  // The Admin SDK need not ask the machine whether it stands in a data centre.
  process.env.METADATA_SERVER_DETECTION = 'none';
  return openFirestore();
}

/** Resolves to the document's fields (undefined when it is not there) as soon as they are as expected. */
export function waitFor(
  reference: DocumentReference,
  expected: string,
  isMet: (data: DocumentData | undefined) => boolean,
): Promise<DocumentData | undefined> {
  return new Promise((resolve, reject) => {
    let latest: DocumentData | undefined;
    const stop = () => {
      clearTimeout(deadline);
      unsubscribe();
    };
    const deadline = setTimeout(() => {
      stop();
      reject(new Error(`${reference.path}: expected ${expected}; last seen ${JSON.stringify(latest)}`));
    }, patienceMs);
    const unsubscribe = reference.onSnapshot(
      (snapshot) => {
        latest = snapshot.data();
        if (!isMet(latest)) return;
        stop();
        resolve(latest);
      },
      (error) => {
        stop();
        reject(error);
      },
    );
  });
}

/** Resolves as soon as these documents and no others are in the collection. */
export function waitForIds(collection: CollectionReference, ids: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let latest: readonly string[] = [];
    const stop = () => {
      clearTimeout(deadline);
      unsubscribe();
    };
    const deadline = setTimeout(() => {
      stop();
      reject(new Error(`${collection.path}: expected ${ids.join(', ')}; last seen ${latest.join(', ')}`));
    }, patienceMs);
    const unsubscribe = collection.onSnapshot(
      (snapshot) => {
        latest = snapshot.docs.map(({ id }) => id);
        if (latest.length !== ids.length || !latest.every((id) => ids.includes(id))) return;
        stop();
        resolve();
      },
      (error) => {
        stop();
        reject(error);
      },
    );
  });
}

/** A chat in the running suite, with names that no other test uses. */
export class SuiteChat {
  readonly id = `chat-${randomUUID()}`;
  readonly communityId: string;
  readonly firestore = suiteFirestore();
  readonly chat = this.firestore.doc(`chats/${this.id}`);
  readonly #suffix = randomUUID().slice(0, 8);

  constructor(communityId = `community-${randomUUID()}`) {
    this.communityId = communityId;
  }

  uid(name: string): string {
    return `${name}-${this.#suffix}`;
  }

  row(name: string): DocumentReference {
    return this.firestore.doc(`users/${this.uid(name)}/inbox/${this.id}`);
  }

  member(name: string): DocumentReference {
    return this.chat.collection('members').doc(this.uid(name));
  }

  /** Creates the chat with these people in it and waits until each has a row. */
  async open(...names: readonly string[]): Promise<this> {
    const batch = this.firestore.batch();
    const now = FieldValue.serverTimestamp();
    batch.set(
      this.chat,
      newGroupChat(
        {
          communityId: this.communityId,
          name: 'Evening group',
          about: '',
          access: 'open',
          createdBy: this.uid(names[0] ?? 'nobody'),
        },
        now,
      ),
    );
    for (const name of names) {
      batch.set(
        this.firestore.doc(`users/${this.uid(name)}`),
        newUser({ handle: name, displayName: name.toUpperCase() }, now),
      );
      batch.set(this.member(name), chatJoiner(this.uid(name), now));
    }
    await batch.commit();
    await Promise.all(names.map((name) => waitFor(this.row(name), 'a row', (data) => data !== undefined)));
    return this;
  }

  /** Sends as the app does, in one batch with the sender's own mark. Resolves to the message's id. */
  async send(name: string, text: string, mentions: readonly string[] = []): Promise<string> {
    const [id = ''] = await this.sendTogether(name, [text], mentions);
    return id;
  }

  /** Sends more than one message on a single mark, as the app never does. Resolves to their ids. */
  async sendTogether(
    name: string,
    texts: readonly string[],
    mentions: readonly string[] = [],
  ): Promise<readonly string[]> {
    const now = FieldValue.serverTimestamp();
    const batch = this.firestore.batch();
    const ids = texts.map((text) => {
      const message = this.chat.collection('messages').doc(randomUUID());
      const mentioned = mentions.map((each) => this.uid(each));
      batch.set(message, newTextMessage({ senderId: this.uid(name), text, mentions: mentioned }, now));
      return message.id;
    });
    batch.update(this.member(name), { lastSentAt: now, readAt: now });
    await batch.commit();
    return ids;
  }
}

export async function openCommunity(firestore: Firestore, ...uids: readonly string[]): Promise<string> {
  const id = `community-${randomUUID()}`;
  const now = FieldValue.serverTimestamp();
  const community = newCommunity(
    {
      name: `Harbour ${id.slice(10, 18)}`,
      about: '',
      rules: '',
      topic: 'grief',
      place: null,
      visibility: 'open',
      founderId: uids[0] ?? 'nobody',
    },
    now,
  );
  const batch = firestore.batch();
  batch.set(firestore.doc(`communities/${id}`), community);
  for (const uid of uids)
    batch.set(firestore.doc(`communities/${id}/members/${uid}`), joiningMember(uid, now));
  await batch.commit();
  return id;
}
