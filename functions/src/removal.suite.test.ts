import { randomUUID } from 'node:crypto';
import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { newCommunityLogEntry } from '@sameboat/model/community-log';
import { joiningMember } from '@sameboat/model/community-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { newHandle } from '@sameboat/model/handle';
import { chatImagePath, checkedImageMetadata, communityImagePath } from '@sameboat/model/image';
import { newLobbySeat } from '@sameboat/model/lobby-seat';
import { newTextMessage } from '@sameboat/model/message';
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
import { removeDeletedCommunity } from './domain/remove-community.ts';
import { onCommunityLogCreated } from './on-community-log-created.ts';

const now = FieldValue.serverTimestamp();

function bucket() {
  return getStorage(getApp()).bucket('demo-sameboat.appspot.com');
}

/** For functions that are called once more from here: the pictures were seen to by the first call. */
const pictures = { deletePictures: async () => {}, deleteFolder: async () => {} };

/** For pictures that were checked: others would be deleted by the function that checks, as no pictures at all. */
const checked = { metadata: { metadata: checkedImageMetadata } };

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
    await picture.save('a picture', checked);
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

describe('a community that its founder deletes', () => {
  it('takes its chats, members, rows, names, log and pictures along, and tells who was in it', async () => {
    const firestore = suiteFirestore();
    const founder = `fay-${randomUUID().slice(0, 8)}`;
    const id = await openCommunity(firestore, founder);
    const community = firestore.doc(`communities/${id}`);
    const chat = new SuiteChat(id);
    const ben = chat.uid('ben');
    await community.collection('members').doc(ben).set(joiningMember(ben, now));
    await chat.open('ben');
    await chat.send('ben', 'Good night');
    await waitFor(chat.last, 'the message', (data) => data?.text === 'Good night');
    const name = firestore.doc(`communityNames/${id}`);
    await name.set({ communityId: id });
    await community
      .collection('log')
      .doc('l1')
      .set({ actor: founder, act: 'newCode', target: null, reason: '', at: now });
    const picture = bucket().file(communityImagePath(id, founder, autoId(firestore)));
    await picture.save('a picture', checked);
    await community.delete();
    await waitFor(chat.row('ben'), 'no row', (data) => data === undefined);
    await waitFor(chat.chat, 'no chat', (data) => data === undefined);
    await waitFor(name, 'no claim', (data) => data === undefined);
    const notice = firestore.doc(`users/${ben}/notifications/deleted_${id}`);
    await waitFor(notice, 'a notification', (data) => data?.type === 'moderation');
    await expect.poll(async () => (await picture.exists())[0], { timeout: 10_000 }).toBe(false);
    const left = async () =>
      [...(await community.listCollections()), ...(await chat.chat.listCollections())].map(
        (each) => each.path,
      );
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    await removeDeletedCommunity({ documents: createDocumentStore(firestore), pictures }, id, Date.now());
    expect(await left()).toEqual([]);
  }, 60_000);
});

describe('what a moderator does to a member', () => {
  it('is told to that member once, with the reason', async () => {
    const firestore = suiteFirestore();
    const ben = `ben-${randomUUID().slice(0, 8)}`;
    const id = await openCommunity(firestore, 'founder', ben);
    const entry = firestore.collection(`communities/${id}/log`).doc();
    const remove = newCommunityLogEntry(
      { actor: 'founder', act: 'remove', target: ben, reason: 'Selling something.' },
      now,
    );
    await entry.set(remove);
    const notice = firestore.doc(`users/${ben}/notifications/log_${entry.id}`);
    await waitFor(notice, 'the reason', (data) => /Selling something\.$/.test(data?.text));
    await notice.update({ readAt: now });
    const again = { params: { communityId: id, entryId: entry.id }, data: await entry.get() };
    await onCommunityLogCreated.run(again as Parameters<typeof onCommunityLogCreated.run>[0]);
    expect((await notice.get()).get('readAt')).not.toBeNull();
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
  it('is refused, and its profile, its words and its pictures go', async () => {
    const firestore = suiteFirestore();
    const { uid } = await getAuth(getApp()).createUser({});
    const handle = `ada_${randomUUID().slice(0, 8)}`;
    const message = firestore.collection(`chats/${autoId(firestore)}/messages`).doc();
    const avatar = bucket().file(`users/${uid}/avatar/${autoId(firestore)}`);
    await avatar.save('a picture', checked);
    await firestore
      .batch()
      .set(firestore.doc(`users/${uid}`), newUser({ handle, displayName: 'Ada' }, now))
      .set(firestore.doc(`handles/${handle}`), newHandle(uid))
      .set(firestore.doc(`users/${uid}/private/settings`), newSettings(now))
      .set(message, newTextMessage({ senderId: uid, text: 'Words of Ada' }, now))
      .commit();

    await getAuth(getApp()).deleteUser(uid);

    const sanction = firestore.doc(`sanctions/${uid}`);
    await waitFor(sanction, 'a refusal', (data) => data?.banned === true && data.kind === 'deleted');
    await waitFor(message, 'no words', (data) => data?.text === '' && data.deletedAt !== null);
    for (const path of [`users/${uid}`, `handles/${handle}`, `users/${uid}/private/settings`]) {
      await waitFor(firestore.doc(path), 'nothing', (data) => data === undefined);
    }
    await expect.poll(async () => (await avatar.exists())[0], { timeout: 10_000 }).toBe(false);
  });

  it('leaves its communities and chats, and its event may come twice', async () => {
    const firestore = suiteFirestore();
    const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map((name) => `${name}-${randomUUID().slice(0, 8)}`) as [
      string,
      string,
      string,
    ];
    const members = firestore.collection(`communities/${await openCommunity(firestore, ada, ben)}/members`);
    await members.doc(cleo).set({ ...joiningMember(cleo, now), role: 'moderator' });
    const direct = firestore.doc(`chats/${directChatId(ada, ben)}`);
    const seat = firestore.doc(`circles/${autoId(firestore)}/lobby/${ada}`);
    await firestore
      .batch()
      .set(direct, { ...newDirectChat(ada, ben, autoId(firestore), now), state: 'open' })
      .set(direct.collection('members').doc(ada), chatJoiner(ada, now))
      .set(firestore.doc(seat.path.split('/').slice(0, 2).join('/')), { name: 'Night owls' })
      .set(seat, newLobbySeat(now))
      .commit();

    const stores = {
      documents: createDocumentStore(firestore),
      sanctions: createSanctionStore(firestore),
      pictures,
    };
    for (const millis of [Date.now(), Date.now() + 60_000]) {
      await removeAccount(stores, { uid: ada, now: millis });
      const left = await Promise.all([
        members.doc(ada).get(),
        direct.collection('members').doc(ada).get(),
        seat.get(),
      ]);
      expect(left.map(({ exists }) => exists)).toEqual([false, false, false]);
      expect((await members.doc(cleo).get()).get('role')).toBe('founder');
      expect((await direct.get()).exists).toBe(false);
      expect((await firestore.doc(`sanctions/${ada}`).get()).get('validAfter').toMillis()).toBeLessThan(
        Date.now() + 1_000,
      );
    }
  });
});
