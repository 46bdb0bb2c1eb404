import { randomUUID } from 'node:crypto';
import { newBlock } from '@sameboat/model/block';
import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { newTextMessage } from '@sameboat/model/message';
import { newUser } from '@sameboat/model/user';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { autoId, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';

const now = FieldValue.serverTimestamp();

/** Two people, and what there is of a direct chat between them. */
class Two {
  readonly firestore = suiteFirestore();
  readonly ada = `ada-${randomUUID().slice(0, 8)}`;
  readonly ben = `ben-${randomUUID().slice(0, 8)}`;
  readonly chatId = directChatId(this.ada, this.ben);
  readonly chat = this.firestore.doc(`chats/${this.chatId}`);

  row(uid: string) {
    return this.firestore.doc(`users/${uid}/inbox/${this.chatId}`);
  }

  member(uid: string) {
    return this.chat.collection('members').doc(uid);
  }

  async sign(): Promise<this> {
    await Promise.all(
      [this.ada, this.ben].map((uid) =>
        this.firestore.doc(`users/${uid}`).set(newUser({ handle: uid, displayName: uid.slice(0, 3) }, now)),
      ),
    );
    return this;
  }

  /** Ada asks Ben, as the app does it. */
  async request(): Promise<void> {
    const requestId = autoId(this.firestore);
    await this.firestore
      .batch()
      .set(this.chat, newDirectChat(this.ada, this.ben, requestId, now))
      .set(this.member(this.ada), chatJoiner(this.ada, now))
      .commit();
    await this.chat
      .collection('messages')
      .doc(requestId)
      .set(newTextMessage({ senderId: this.ada, text: 'May I write to you?' }, now));
  }

  accept(): Promise<unknown> {
    const batch = this.firestore.batch();
    batch.update(this.chat, { state: 'open' });
    batch.set(this.member(this.ben), chatJoiner(this.ben, now));
    return batch.commit();
  }
}

describe('a request', () => {
  it('is delivered, and disappears when it is declined', async () => {
    const two = await new Two().sign();
    await two.request();
    const row = await waitFor(two.row(two.ben), 'the request', (data) => data?.unread === 1);
    expect(row).toMatchObject({ type: 'direct', otherUid: two.ada, last: { text: 'May I write to you?' } });
    const asked = await waitFor(two.row(two.ada), 'the words', (data) => data?.last !== null);
    await two.chat.update({ state: 'declined' });
    await waitFor(two.row(two.ben), 'no row', (data) => data === undefined);
    expect((await two.row(two.ada).get()).data()).toEqual(asked);
  });

  it('to somebody who blocked the person who asks is never delivered', async () => {
    const two = await new Two().sign();
    await two.firestore.doc(`users/${two.ben}/blocks/${two.ada}`).set(newBlock(now));
    await two.request();
    await waitFor(two.row(two.ada), 'the words', (data) => data?.last?.text === 'May I write to you?');
    // Both rows are written in one transaction: there is nothing left to come.
    expect((await two.row(two.ben).get()).exists).toBe(false);
    await two.firestore.doc(`users/${two.ben}/blocks/${two.ada}`).delete();
    await waitFor(two.row(two.ben), 'the request', (data) => data?.unread === 1);
  });
});

/** Everything of the chat that Ada, who asked, can read, with its ids and times taken out. */
async function readableByAda(two: Two): Promise<string> {
  const [row, member, messages] = await Promise.all([
    two.row(two.ada).get(),
    two.member(two.ada).get(),
    two.chat.collection('messages').get(),
  ]);
  const found = [row, member, ...messages.docs].map((document) => [document.ref.path, document.data()]);
  return JSON.stringify(found, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '_seconds' in value ? 'a time' : value,
  )
    .replaceAll(two.ada, 'ADA')
    .replaceAll(two.ben, 'BEN')
    .replaceAll(/[A-Za-z0-9]{20}/g, 'an id');
}

describe('the person who asked', () => {
  it('reads the same when the other is silent, declines, thinks again, blocks them, or had blocked them', async () => {
    const block = (two: Two) => two.firestore.doc(`users/${two.ben}/blocks/${two.ada}`).set(newBlock(now));
    const isGone = (two: Two) => waitFor(two.row(two.ben), 'no row', (data) => data === undefined);
    const answers: Readonly<Record<string, (two: Two) => Promise<unknown>>> = {
      silent: () => Promise.resolve(),
      declines: (two) => two.chat.update({ state: 'declined' }).then(() => isGone(two)),
      'thinks again': (two) =>
        two.chat
          .update({ state: 'declined' })
          .then(() => isGone(two))
          .then(() => two.chat.update({ state: 'request' }))
          .then(() => waitFor(two.row(two.ben), 'the request', (data) => data?.request === 'received')),
      blocks: (two) => block(two).then(() => isGone(two)),
    };
    const read = await Promise.all(
      Object.values(answers).map(async (answer) => {
        const two = await new Two().sign();
        await two.request();
        await waitFor(two.row(two.ben), 'the request', (data) => data?.unread === 1);
        await waitFor(two.row(two.ada), 'the words', (data) => data?.last !== null);
        await answer(two);
        return readableByAda(two);
      }),
    );
    const blocked = await new Two().sign();
    await block(blocked);
    await blocked.request();
    await waitFor(
      blocked.row(blocked.ada),
      'the words',
      (data) => data?.last?.text === 'May I write to you?',
    );
    read.push(await readableByAda(blocked));

    expect(read[0]).toContain('"request":"sent"');
    expect(new Set(read).size, read.join('\n')).toBe(1);
  });
});

describe('a direct chat that ends', () => {
  it('leaves both inboxes, and nobody is a member of it any more', async () => {
    const two = await new Two().sign();
    await two.request();
    await two.accept();
    await waitFor(two.row(two.ben), 'a row', (data) => data?.request === null);
    await waitFor(two.chat, 'two members', (data) => data?.memberCount === 2);
    await two.chat.update({ endedAt: now });
    await Promise.all(
      [two.row(two.ada), two.row(two.ben), two.member(two.ada), two.member(two.ben)].map((reference) =>
        waitFor(reference, 'nothing', (data) => data === undefined),
      ),
    );
  });
});

describe('a match', () => {
  it('says nothing of the other person in anything that one of the two can read', async () => {
    const two = await new Two().sign();
    const chat = two.firestore.collection('chats').doc();
    const expiresAt = Timestamp.fromMillis(Date.now() + 3_600_000);
    const aliases = { [two.ada]: autoId(two.firestore), [two.ben]: autoId(two.firestore) } as Record<
      string,
      string
    >;
    const alias = (uid: string) => aliases[uid] ?? '';
    const names = { [alias(two.ada)]: 'Quiet reader', [alias(two.ben)]: 'Night walker' };
    const batch = two.firestore.batch();
    batch.set(chat, {
      type: 'match',
      communityId: null,
      circleId: autoId(two.firestore),
      name: '',
      about: '',
      access: 'invite',
      participants: [],
      memberCount: 0,
      lastAt: null,
      createdBy: 'system',
      createdAt: now,
      expiresAt,
      endedAt: null,
      people: names,
    });
    batch.set(chat.collection('private').doc('pair'), { uids: [two.ada, two.ben] });
    for (const uid of [two.ada, two.ben]) {
      const member = { ...chatJoiner(uid, now), alias: alias(uid), name: names[alias(uid)], expiresAt };
      batch.set(chat.collection('members').doc(uid), member);
    }
    await batch.commit();
    const row = (uid: string) => two.firestore.doc(`users/${uid}/inbox/${chat.id}`);
    await waitFor(row(two.ben), 'a row', (data) => data !== undefined);
    const message = newTextMessage(
      { senderId: alias(two.ada), text: 'Are you up?', mentions: [alias(two.ben)] },
      now,
    );
    await chat.collection('messages').doc(autoId(two.firestore)).set(message);
    const unread = await waitFor(row(two.ben), 'one unread', (data) => data?.unread === 1);
    expect(unread).toMatchObject({ mentions: 1, otherUid: null, name: 'Quiet reader', last: null });
    await waitFor(chat, 'both counted', (data) => data?.memberCount === 2);

    const forBoth = await Promise.all(
      ['messages', 'typing', 'private'].map(async (collection) =>
        (await chat.collection(collection).get()).docs.filter(({ id }) => id !== 'pair'),
      ),
    );
    const [ben, own, whole] = await Promise.all([
      row(two.ben).get(),
      chat.collection('members').doc(two.ben).get(),
      chat.get(),
    ]);
    const readable = [...forBoth.flat(), ben, own, whole];
    expect(readable.map((document) => document.ref.parent.id).sort()).toEqual([
      'chats',
      'inbox',
      'members',
      'messages',
      'private',
    ]);
    const words = JSON.stringify(readable.map((document) => [document.ref.path, document.data()]));
    expect(words).toContain('Quiet reader');
    // The uid is the handle here, and begins with the display name.
    expect(words).not.toContain(two.ada);
    expect(words).not.toContain(`"${two.ada.slice(0, 3)}"`);
  });
});
