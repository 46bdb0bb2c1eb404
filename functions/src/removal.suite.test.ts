import { randomUUID } from 'node:crypto';
import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { newHandle } from '@sameboat/model/handle';
import { chatImagePath } from '@sameboat/model/image';
import { newSettings } from '@sameboat/model/settings';
import { newUploadTicket } from '@sameboat/model/upload-ticket';
import { newUser } from '@sameboat/model/user';
import { getApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { describe, expect, it } from 'vitest';
import { createDocumentStore } from './data/document-store.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { autoId, openCommunity, SuiteChat, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import { purgeExpired } from './domain/purge-expired.ts';
import { removeAccount } from './domain/remove-account.ts';
import { removeDeletedChat } from './domain/remove-chat.ts';

const now = FieldValue.serverTimestamp();

function bucket() {
  return getStorage(getApp()).bucket('demo-sameboat.appspot.com');
}

/** For functions that are called once more from here: the pictures were seen to by the first call. */
const pictures = { deletePictures: async () => {}, deleteFolder: async () => {} };

describe('a group chat that is deleted', () => {
  it('takes everything below it along, the rows and pictures too, and an event that comes twice does no harm', async () => {
    const chat = await new SuiteChat().open('ada', 'ben');
    await chat.send('ada', 'first');
    await chat.send('ben', 'second');
    await waitFor(chat.last, 'the second', (data) => data?.text === 'second');
    await chat.chat
      .collection('bans')
      .doc('zoe')
      .set({ by: chat.uid('ada'), at: now });
    await chat.chat.collection('typing').doc(chat.uid('ben')).set({ until: now });
    const picture = bucket().file(chatImagePath(chat.id, chat.uid('ada'), autoId(chat.firestore)));
    await picture.save('a picture');
    await chat.chat.delete();
    for (const name of ['ada', 'ben']) {
      await waitFor(chat.row(name), 'no row', (data) => data === undefined);
      await waitFor(chat.member(name), 'no membership', (data) => data === undefined);
    }
    await waitFor(chat.last, 'no last words', (data) => data === undefined);
    await expect.poll(async () => (await picture.exists())[0], { timeout: 10_000 }).toBe(false);
    expect((await chat.chat.listCollections()).map(({ id }) => id)).toEqual([]);
    await removeDeletedChat({ documents: createDocumentStore(chat.firestore), pictures }, chat.id, []);
    expect((await chat.row('ada').get()).exists).toBe(false);
  });
});

describe('what has run out', () => {
  it('is removed, and what has not is left', async () => {
    const firestore = suiteFirestore();
    const [over, live] = [autoId(firestore), autoId(firestore)];
    const uid = `ada-${randomUUID().slice(0, 8)}`;
    const millis = Date.now();
    const match = (expiresAt: number) => ({
      type: 'match',
      participants: [],
      memberCount: 0,
      expiresAt: Timestamp.fromMillis(expiresAt),
      endedAt: null,
    });
    const batch = firestore.batch();
    batch.set(firestore.doc(`chats/${over}`), match(millis - 1));
    batch.set(firestore.doc(`chats/${over}/private/pair`), { uids: [uid, 'ben'] });
    batch.set(firestore.doc(`chats/${live}`), match(millis + 3_600_000));
    batch.set(firestore.doc(`users/${uid}/uploads/old`), newUploadTicket('chats/x', Timestamp.fromMillis(0)));
    batch.set(firestore.doc(`users/${uid}/uploads/new`), newUploadTicket('chats/x', now));
    await batch.commit();
    await purgeExpired({ documents: createDocumentStore(firestore), pictures }, millis);
    expect((await firestore.doc(`chats/${over}`).get()).exists).toBe(false);
    expect((await firestore.doc(`chats/${over}/private/pair`).get()).exists).toBe(false);
    expect((await firestore.doc(`chats/${live}`).get()).exists).toBe(true);
    const tickets = await firestore.collection(`users/${uid}/uploads`).get();
    expect(tickets.docs.map(({ id }) => id)).toEqual(['new']);
  });
});

describe('an account that is deleted', () => {
  it('is refused, and what was theirs is gone, however often the event comes', async () => {
    const chat = new SuiteChat(await openCommunity(suiteFirestore(), 'founder'));
    const { firestore } = chat;
    const uid = chat.uid('ada');
    const ben = chat.uid('ben');
    await getAuth(getApp()).createUser({ uid });
    await chat.open('ada', 'ben');
    const id = await chat.send('ada', 'Words of Ada', ['ben']);
    const sent = chat.chat.collection('messages').doc(id);
    const membership = firestore.doc(`communities/${chat.communityId}/members/${uid}`);
    const direct = firestore.doc(`chats/${directChatId(uid, ben)}`);
    const handle = `ada_${randomUUID().slice(0, 8)}`;
    const avatar = bucket().file(`users/${uid}/avatar/${autoId(firestore)}`);
    await avatar.save('a picture');
    await firestore
      .batch()
      .set(firestore.doc(`users/${uid}`), newUser({ handle, displayName: 'Ada' }, now))
      .set(firestore.doc(`handles/${handle}`), newHandle(uid))
      .set(firestore.doc(`users/${uid}/private/settings`), newSettings(now))
      .set(membership, { uid, role: 'member', joinedAt: now, listed: false, shows: {} })
      .set(direct, { ...newDirectChat(uid, ben, autoId(firestore), now), state: 'open' })
      .set(direct.collection('members').doc(uid), chatJoiner(uid, now))
      .set(direct.collection('members').doc(ben), chatJoiner(ben, now))
      .commit();
    const rowOfBen = firestore.doc(`users/${ben}/inbox/${direct.id}`);
    await waitFor(rowOfBen, 'a row', (data) => data !== undefined);
    await waitFor(chat.row('ben'), 'one unread', (data) => data?.unread === 1);

    await getAuth(getApp()).deleteUser(uid);

    const sanction = firestore.doc(`sanctions/${uid}`);
    await waitFor(sanction, 'a refusal', (data) => data?.banned === true && data.kind === 'deleted');
    await waitFor(sent, 'no words', (data) => data?.deletedAt !== null && data?.text === '');
    await waitFor(chat.row('ben'), 'nothing unread', (data) => data?.unread === 0 && data.mentions === 0);
    await waitFor(rowOfBen, 'no row', (data) => data === undefined);
    for (const path of [
      `users/${uid}`,
      `handles/${handle}`,
      `users/${uid}/private/settings`,
      membership.path,
    ]) {
      await waitFor(firestore.doc(path), 'nothing', (data) => data === undefined);
    }
    await waitFor(chat.member('ada'), 'no membership', (data) => data === undefined);
    await expect.poll(async () => (await avatar.exists())[0], { timeout: 10_000 }).toBe(false);
    await waitFor(chat.chat, 'one member', (data) => data?.memberCount === 1);

    const before = await sanction.get();
    const stores = {
      documents: createDocumentStore(firestore),
      sanctions: createSanctionStore(firestore),
      pictures,
    };
    await removeAccount(stores, { uid, now: Date.now() });
    expect((await sanction.get()).data()).toEqual(before.data());
    expect((await firestore.doc(`users/${uid}`).listCollections()).map((each) => each.id)).toEqual([]);
  });
});
