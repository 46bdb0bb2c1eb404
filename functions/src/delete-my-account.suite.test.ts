import { deletedAccountId } from '@sameboat/model/delete-my-account';
import { getApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { describe, expect, it } from 'vitest';
import { createDocumentStore } from './data/document-store.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { callFunction } from './data/suite-caller.fixture.ts';
import { patienceMs, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import { liveEverywhere, openPerson, type SuitePerson } from './data/suite-person.fixture.ts';
import { bucket } from './data/suite-pictures.fixture.ts';
import { whereIs } from './data/suite-search.fixture.ts';
import { removeAccount } from './domain/remove-account.ts';

const firestore = suiteFirestore();
const suite = { firestore, bucket };

const deleteAccount = ({ caller, handle }: SuitePerson) =>
  callFunction('deleteMyAccount', { handle }, caller);

/** Resolves when Auth has no such account any more: it goes last. */
const accountGone = (uid: string) =>
  expect
    .poll(
      () =>
        getAuth(getApp())
          .getUser(uid)
          .then(
            () => 'there',
            (error) => error.code,
          ),
      { timeout: patienceMs },
    )
    .toBe('auth/user-not-found');

describe('an account that its owner deletes', () => {
  it('is found nowhere afterwards, but where the app says that something stays', async () => {
    const ada = await openPerson();
    const { uid } = ada.caller;
    const { marker, ben, chatId, communityId, answer } = await liveEverywhere(ada);
    const needles = [uid, ada.handle, ada.name, ada.email, marker];
    const before = await whereIs(suite, needles);
    expect(before[uid]?.length).toBeGreaterThan(25);
    for (const needle of [ada.handle, ada.name]) expect(before[needle], needle).toContain(`users/${uid}`);
    expect(before[marker]).toContain(`users/${ben.caller.uid}/inbox/${chatId}`);
    expect((await getAuth(getApp()).getUser(uid)).email).toBe(ada.email);

    expect(await deleteAccount(ada)).toEqual({ status: 200, result: null });
    await accountGone(uid);
    // The events of what was removed see to the chat lists of others.
    const rowOfBen = firestore.doc(`users/${ben.caller.uid}/inbox/${chatId}`);
    await waitFor(rowOfBen, 'no words of hers', (data) => data?.last?.senderId === deletedAccountId);
    const facts = firestore.doc(`communities/${communityId}/private/facts`);
    await waitFor(facts, 'one member', (data) => data?.memberCount === 1);
    await waitFor(firestore.doc(`chats/${chatId}`), 'one member', (data) => data?.memberCount === 1);

    const nowhere = { [ada.handle]: [], [ada.name]: [], [ada.email]: [], [marker]: [] };
    const stays = [
      `communities/${communityId}/bans/${uid}`,
      `sanctions/${uid}`,
      `users/${ben.caller.uid}/blocks/${uid}`,
    ];
    await expect
      .poll(() => whereIs(suite, needles), { timeout: patienceMs })
      .toEqual({ ...nowhere, [uid]: stays });
    // What Ben wrote is still there, and so is what he did.
    expect((await answer.get()).data()).toMatchObject({
      text: 'An answer',
      senderId: ben.caller.uid,
      mentions: [],
      reactions: { [ben.caller.uid]: 'like' },
    });
    expect((await rowOfBen.get()).get('last')).toMatchObject({ text: 'Message deleted', senderName: '' });
  }, 90_000);

  it('is closed at once, and answers the same when its owner asks again', async () => {
    const ada = await openPerson();
    expect((await deleteAccount(ada)).status).toBe(200);
    const sanction = await firestore.doc(`sanctions/${ada.caller.uid}`).get();
    expect(sanction.data()).toMatchObject({ banned: true, kind: 'deleted', until: null });
    expect(await deleteAccount(ada)).toEqual({ status: 200, result: null });
    await accountGone(ada.caller.uid);
    expect(await deleteAccount(ada)).toEqual({ status: 200, result: null });
  });

  it('is removed in the end when the work breaks off half way, again and again', async () => {
    const ada = await openPerson();
    const { uid } = ada.caller;
    const { marker } = await liveEverywhere(ada);
    // A chat as no client can write it: its second participant would have a row under a path that is none.
    const strange = firestore.collection('chats').doc();
    const chat = { type: 'direct', participants: [uid, 'a/b'], endedAt: new Date(0), expiresAt: null };
    await strange.set(chat);
    expect((await deleteAccount(ada)).status).toBe(200);
    await waitFor(firestore.doc(`handles/${ada.handle}`), 'nothing', (data) => data === undefined);
    expect((await whereIs(suite, [marker]))[marker]).not.toEqual([]);
    expect((await getAuth(getApp()).getUser(uid)).uid).toBe(uid);

    await strange.update({ participants: [uid] });
    await accountGone(uid);
    await expect
      .poll(() => whereIs(suite, [marker, ada.name]), { timeout: patienceMs })
      .toEqual({ [marker]: [], [ada.name]: [] });
  }, 90_000);

  it('is gone in the end wherever the connection broke', async () => {
    const ada = await openPerson();
    const { uid } = ada.caller;
    const { marker } = await liveEverywhere(ada);
    const documents = createDocumentStore(firestore);
    const pictures = { deletePictures: async () => {}, deleteFolder: async () => {} };
    for (let allowed = 0; ; allowed++) {
      let commits = 0;
      const breaking = {
        ...documents,
        commit: async (writes: Parameters<typeof documents.commit>[0]) => {
          commits += 1;
          if (commits > allowed) throw new Error('the connection broke');
          await documents.commit(writes);
        },
      };
      const stores = { documents: breaking, pictures, sanctions: createSanctionStore(firestore) };
      const isDone = await removeAccount(stores, { uid, now: Date.now() }).then(
        () => true,
        () => false,
      );
      if (isDone) break;
    }
    await expect.poll(() => whereIs(suite, [marker]), { timeout: patienceMs }).toEqual({ [marker]: [] });
  }, 90_000);
});

describe('deleting an account is refused', () => {
  it('to the founder of communities with others in them, and nothing is changed', async () => {
    const ada = await openPerson();
    const { communityId, ben } = await liveEverywhere(ada);
    expect((await deleteAccount(ben)).error).toMatchObject({
      status: 'FAILED_PRECONDITION',
      details: { reason: 'founder', communityIds: [communityId] },
    });
    expect((await firestore.doc(`sanctions/${ben.caller.uid}`).get()).exists).toBe(false);
    await firestore.doc(`communities/${communityId}/members/${ben.caller.uid}`).update({ role: 'member' });
    await firestore.doc(`communities/${communityId}/members/${ada.caller.uid}`).update({ role: 'founder' });
    expect((await deleteAccount(ben)).status).toBe(200);
    await accountGone(ben.caller.uid);
  });
});
