import { chatJoiner } from '@sameboat/model/chat-member';
import { defaultHome } from '@sameboat/model/home';
import { newTextMessage } from '@sameboat/model/message';
import { newUser } from '@sameboat/model/user';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { FieldValue } from 'firebase-admin/firestore';
import type { FirestoreEvent } from 'firebase-functions/v2/firestore';
import { expect, it } from 'vitest';
import { autoId, SuiteChat, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import { onMessageCreated } from './on-message-created.ts';
import { onUserCreated } from './on-user-created.ts';

const firestore = suiteFirestore();
const home = firestore.doc(`chats/${defaultHome.id}`);
const memberOf = (uid: string) => home.collection('members').doc(uid);
const rowOf = (uid: string) => firestore.doc(`users/${uid}/inbox/${defaultHome.id}`);

/** Delivers the event of a document that was created once more. */
async function deliverUser(uid: string): Promise<void> {
  const time = new Date().toISOString();
  await onUserCreated.run({ id: 'again', time, params: { uid } } as FirestoreEvent<
    QueryDocumentSnapshot | undefined,
    { uid: string }
  >);
}

async function newcomer(): Promise<string> {
  const uid = autoId(firestore);
  const profile = newUser(
    { handle: `n_${uid}`.toLowerCase(), displayName: 'Nia' },
    FieldValue.serverTimestamp(),
  );
  await firestore.doc(`users/${uid}`).set(profile);
  await waitFor(rowOf(uid), 'the row of the home chat', (data) => data !== undefined);
  return uid;
}

async function write(uid: string, text: string, chat = home): Promise<string> {
  const message = chat.collection('messages').doc();
  await message.set(newTextMessage({ senderId: uid, text }, FieldValue.serverTimestamp()));
  return message.id;
}

it('brings everybody with a new profile home, once, and makes the chat and Otter with the first', async () => {
  const [uid, other] = await Promise.all([newcomer(), newcomer()]);
  expect((await home.get()).data()).toMatchObject({ type: 'home', access: 'open', memberCount: 0 });
  expect((await firestore.doc('users/otter').get()).data()).toMatchObject({
    kind: 'bot',
    displayName: 'Otter',
  });
  expect((await memberOf('otter').get()).exists).toBe(false);
  expect((await rowOf(uid).get()).data()).toMatchObject({ type: 'home', muted: true, last: null, unread: 0 });

  await memberOf(uid).delete();
  await waitFor(rowOf(uid), 'no row', (data) => data === undefined);
  await deliverUser(uid);
  expect((await memberOf(uid).get()).exists).toBe(false);
  expect((await memberOf(other).get()).exists).toBe(true);

  await memberOf(uid).set(chatJoiner(uid, FieldValue.serverTimestamp()));
  const row = await waitFor(rowOf(uid), 'the row again', (data) => data !== undefined);
  expect(row).toMatchObject({ muted: true, last: null });
  expect((await home.get()).get('memberCount')).toBe(0);
});

it('does not bring home an account that is gone', async () => {
  const uid = autoId(firestore);
  await deliverUser(uid);
  expect((await memberOf(uid).get()).exists).toBe(false);
  expect((await rowOf(uid).get()).exists).toBe(false);
});

it('answers a question to Otter once, and writes no row for any message at home', async () => {
  const [ada, ben] = await Promise.all([newcomer(), newcomer()]);
  await firestore.doc(`users/${ada}/private/settings`).set({ timeZone: 'Asia/Tokyo' });
  const before = (await rowOf(ben).get()).updateTime?.valueOf();
  const sum = await write(ada, 'Hey Otter, what is 12 times 7?');
  const answer = home.collection('messages').doc(`otter_${sum}`);
  const stored = await waitFor(answer, 'an answer', (data) => data !== undefined);
  expect(stored).toMatchObject({ senderId: 'otter', kind: 'bot', text: 'That is 84.', replyTo: sum });

  const version = (await answer.get()).updateTime?.valueOf();
  const time = new Date().toISOString();
  const params = { chatId: defaultHome.id, messageId: sum };
  const data = await home.collection('messages').doc(sum).get();
  await onMessageCreated.run({ id: 'again', time, params, data } as FirestoreEvent<
    QueryDocumentSnapshot | undefined,
    { chatId: string; messageId: string }
  >);
  expect((await answer.get()).updateTime?.valueOf()).toBe(version);

  const clock = await write(ada, 'hey otter: what time is it?');
  const said = await waitFor(
    home.collection('messages').doc(`otter_${clock}`),
    'the time',
    (found) => found !== undefined,
  );
  expect(said?.text).toMatch(/^It is \d\d:\d\d where you are\.$/);
  await waitFor(
    home.collection('private').doc('last'),
    'what Otter said last',
    (last) => last?.text === said?.text,
  );
  expect((await rowOf(ben).get()).updateTime?.valueOf()).toBe(before);
});

it('says nothing in any other chat', async () => {
  const chat = await new SuiteChat().open('ada', 'ben');
  const asked = await chat.send('ada', 'Hey Otter, what is 12 times 7?');
  await waitFor(chat.row('ben'), 'the message', (data) => data?.unread === 1);
  expect((await chat.chat.collection('messages').doc(`otter_${asked}`).get()).exists).toBe(false);
});
