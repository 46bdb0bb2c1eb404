import { sentMark } from '@sameboat/model/chat-member';
import { newTextMessage } from '@sameboat/model/message';
import { type DocumentData, FieldValue } from 'firebase-admin/firestore';
import { asAdministrator } from '../e2e/suite/suite.ts';
import { type Account, createAccount, createCommunity, createGroupChat } from '../e2e/suite/world.ts';
import type { Figure } from './figures.ts';

const members = 10;
/** Nothing more comes when it has been silent for so long: longer than the function waits to write `last`. */
const silenceMs = 2_500;

/** Counts the documents that one message changes, everywhere, until nothing changes any more. */
export async function measureWrites(): Promise<readonly Figure[]> {
  const people = (await Promise.all(
    Array.from({ length: members }, (_, index) => createAccount(`Writer${index}`)),
  )) as [Account, ...Account[]];
  const [sender] = people;
  const chat = await createGroupChat(await createCommunity(people), people);
  const firestore = asAdministrator();

  const text = 'How many writes is this?';

  const versions = new Set<string>();
  const latest = new Map<string, DocumentData>();
  let changed = () => {};
  const watched = [
    firestore.collection(`chats/${chat.id}/messages`),
    firestore.collection(`chats/${chat.id}/members`),
    firestore.collection('chats').where('name', '==', chat.name),
    ...people.map(({ uid }) => firestore.collection(`users/${uid}/inbox`)),
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
  await settled(() => rows().every((row) => row !== undefined) && chatCount() === members);
  versions.clear();

  const id = firestore.collection('chats').doc().id;
  const batch = firestore.batch();
  const now = FieldValue.serverTimestamp();
  batch.set(
    firestore.doc(`chats/${chat.id}/messages/${id}`),
    newTextMessage({ senderId: sender.uid, text }, now),
  );
  batch.update(firestore.doc(`chats/${chat.id}/members/${sender.uid}`), sentMark(now));
  await batch.commit();
  await settled(() => rows().every((row) => row?.last?.text === text));
  for (const stop of watched) stop();
  return [
    {
      what: `writes for one message in a chat of ${members}`,
      unit: 'writes',
      value: versions.size,
      budget: members + 3,
    },
  ];
}
