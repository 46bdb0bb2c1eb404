import { randomUUID } from 'node:crypto';
import { newGroupChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import { founderMember, joiningMember } from '@sameboat/model/community-member';
import { dayOf } from '@sameboat/model/day';
import { homeMarkPath, newHomeMark } from '@sameboat/model/home';
import { newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath } from '@sameboat/model/pace';
import { newUser } from '@sameboat/model/user';
import {
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

/** A chat in the running suite, with names that no other test uses. */
export class SuiteChat {
  readonly firestore = suiteFirestore();
  readonly id = autoId(this.firestore);
  readonly chat = this.firestore.doc(`chats/${this.id}`);
  /** `private/last`: the newest message. */
  readonly last = this.chat.collection('private').doc('last');
  readonly communityId: string;
  readonly #suffix = randomUUID().slice(0, 8);

  constructor(communityId = autoId(suiteFirestore())) {
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
      // Not brought into the home chat.
      batch.set(this.firestore.doc(homeMarkPath(this.uid(name))), newHomeMark(now));
      batch.set(this.member(name), chatJoiner(this.uid(name), now));
    }
    await batch.commit();
    await Promise.all(names.map((name) => waitFor(this.row(name), 'a row', (data) => data !== undefined)));
    return this;
  }

  /** Sends as the app does, in one batch with the sender's counter. Resolves to the message's id. */
  async send(name: string, text: string, mentions: readonly string[] = []): Promise<string> {
    const now = FieldValue.serverTimestamp();
    const message = this.chat.collection('messages').doc();
    const uid = this.uid(name);
    await this.firestore
      .batch()
      .set(
        message,
        newTextMessage({ senderId: uid, text, mentions: mentions.map((each) => this.uid(each)) }, now),
      )
      .set(this.firestore.doc(messagePacePath(uid)), messagePace(this.id, message.id, now))
      .commit();
    return message.id;
  }
}

/** An id in the form that clients choose. */
export function autoId(firestore: Firestore): string {
  return firestore.collection('chats').doc().id;
}

/** Creates a community; the first of `uids` founds it. Resolves to its id. */
export async function openCommunity(firestore: Firestore, ...uids: readonly string[]): Promise<string> {
  const id = autoId(firestore);
  const now = FieldValue.serverTimestamp();
  const community = newCommunity(
    {
      name: `Harbour ${id}`,
      about: '',
      rules: '',
      topic: 'grief',
      place: null,
      visibility: 'open',
      today: dayOf(Date.now()),
    },
    now,
  );
  const batch = firestore.batch();
  batch.set(firestore.doc(`communities/${id}`), community);
  uids.forEach((uid, place) => {
    const member = (place === 0 ? founderMember : joiningMember)(uid, now);
    batch.set(firestore.doc(`communities/${id}/members/${uid}`), member);
  });
  await batch.commit();
  return id;
}
