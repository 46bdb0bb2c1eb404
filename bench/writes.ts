import { messagePath, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath } from '@sameboat/model/pace';
import { type DocumentData, FieldValue } from 'firebase-admin/firestore';
import { asAdministrator } from '../e2e/suite/suite.ts';
import { type Account, createAccount, createCommunity, createGroupChat } from '../e2e/suite/world.ts';
import type { Figure } from './figures.ts';

const members = 10;
/** Nothing more comes when it has been silent for so long: longer than the function waits to write `private/last`. */
const silenceMs = 2_500;

/**
 * Counts the documents that one message changes, everywhere, until nothing changes any more: the first message of a quarter
 * of an hour, which moves the chat's `lastAt`, and one right after it.
 */
export async function measureWrites(): Promise<readonly Figure[]> {
  const people = (await Promise.all(
    Array.from({ length: members }, (_, index) => createAccount(`Writer${index}`)),
  )) as [Account, ...Account[]];
  const [sender] = people;
  const community = await createCommunity(people);
  const chat = await createGroupChat(community, people);
  const firestore = asAdministrator();

  const versions = new Set<string>();
  const latest = new Map<string, DocumentData>();
  let changed = () => {};
  const watched = [
    firestore.collection(`chats/${chat.id}/messages`),
    firestore.collection(`chats/${chat.id}/members`),
    firestore.collection(`chats/${chat.id}/private`),
    firestore.collection('chats').where('name', '==', chat.name),
    firestore.collection('communities').where('name', '==', community.name),
    ...people.flatMap(({ uid }) => [
      firestore.collection(`users/${uid}/inbox`),
      firestore.collection(`users/${uid}/pace`),
    ]),
  ].map((query) =>
    query.onSnapshot((snapshot) => {
      for (const { doc, type } of snapshot.docChanges()) {
        if (type === 'removed') continue;
        versions.add(`${doc.ref.path} ${doc.updateTime.seconds}.${doc.updateTime.nanoseconds}`);
        latest.set(doc.ref.path, doc.data());
      }
      changed();
    }),
  );
  /** Resolves when it has been silent for a while after this was true of what is stored. */
  const settled = (isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      changed = () => {
        clearTimeout(timer);
        if (isDone()) timer = setTimeout(resolve, silenceMs);
      };
      changed();
    });
  const rows = () => people.map(({ uid }) => latest.get(`users/${uid}/inbox/${chat.id}`));
  const chatCount = () => latest.get(`chats/${chat.id}`)?.memberCount;
  /** Sends as the app does, and counts what was written by then and because of it. */
  const countWrites = async (text: string): Promise<number> => {
    versions.clear();
    const { id } = firestore.collection('chats').doc();
    const now = FieldValue.serverTimestamp();
    await firestore
      .batch()
      .set(firestore.doc(messagePath(chat.id, id)), newTextMessage({ senderId: sender.uid, text }, now))
      .set(firestore.doc(messagePacePath(sender.uid)), messagePace(chat.id, id, now))
      .commit();
    await settled(() => rows().every((row) => row?.last?.text === text));
    return versions.size;
  };

  await settled(() => rows().every((row) => row !== undefined) && chatCount() === members);
  const first = await countWrites('Is anybody up?');
  const usual = await countWrites('How many writes is this?');
  for (const stop of watched) stop();
  return [
    {
      what: `writes for one message in a chat of ${members}`,
      unit: 'writes',
      value: usual,
      budget: members + 3,
    },
    {
      what: `the same for the first in a quarter of an hour`,
      unit: 'writes',
      value: first,
      budget: members + 4,
    },
  ];
}
