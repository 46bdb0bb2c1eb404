import { AsyncLocalStorage } from 'node:async_hooks';
import { chatJoiner } from '@sameboat/model/chat-member';
import { FieldValue, type Firestore, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { FirestoreEvent } from 'firebase-functions/v2/firestore';
import { describe, expect, it } from 'vitest';
import { createChatStore } from './data/chat-store.ts';
import { openLookout } from './data/lookout.ts';
import { toMessageEvent } from './data/message-event.ts';
import { openCommunity, SuiteChat, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import type { ChatStore } from './domain/chat-store.ts';
import { handleChatMembership } from './domain/handle-chat-membership.ts';
import { handleMessage } from './domain/handle-message.ts';
import { onMessageCreated } from './on-message-created.ts';

type MessageEvent = FirestoreEvent<QueryDocumentSnapshot | undefined, { chatId: string; messageId: string }>;

/** Delivers the event of a message to the function itself, as the event system may do once more at any time. */
async function deliver(chat: SuiteChat, messageId: string): Promise<void> {
  const params = { chatId: chat.id, messageId };
  const data = await chat.chat.collection('messages').doc(messageId).get();
  await onMessageCreated.run({ id: `event-${messageId}`, params, data } as MessageEvent);
}

describe('a message sent in the running suite', () => {
  it('reaches the inbox row of each member, with nothing unread for the sender', async () => {
    const chat = await new SuiteChat().open('ada', 'ben');
    await chat.send('ada', 'Hello from the harbour', ['ben']);
    const row = await waitFor(chat.row('ben'), 'one unread message', (data) => data?.unread === 1);
    expect(row).toMatchObject({
      type: 'group',
      name: 'Evening group',
      communityId: chat.communityId,
      otherUid: null,
      mentions: 1,
      muted: false,
      pinned: false,
      last: { text: 'Hello from the harbour', senderId: chat.uid('ada'), senderName: 'ADA' },
    });
    const own = await waitFor(chat.row('ada'), 'the last message', (data) => data?.last !== null);
    expect(own).toMatchObject({ unread: 0, last: { text: 'Hello from the harbour' } });
  });

  it('leaves its time in the chat, the day in the community, and its words in neither', async () => {
    const communityId = await openCommunity(suiteFirestore(), 'founder');
    const community = suiteFirestore().doc(`communities/${communityId}`);
    await community.update({ lastActiveOn: '2020-02-02' });
    const chat = await new SuiteChat(communityId).open('ada');
    const id = await chat.send('ada', 'Words for members alone');
    const data = await waitFor(chat.chat, 'a time', (fields) => fields?.lastAt !== null);
    const message = await chat.chat.collection('messages').doc(id).get();
    expect(data?.lastAt.isEqual(message.get('createdAt'))).toBe(true);
    const today = message.createTime?.toDate().toISOString().slice(0, 10);
    const outside = await waitFor(community, 'today', (fields) => fields?.lastActiveOn === today);
    expect(JSON.stringify([data, outside])).not.toContain('Words');
  });

  it('is the last message of its chat, the end of a burst included', async () => {
    const chat = await new SuiteChat().open('ada', 'ben', 'cy', 'dora');
    await chat.send('ada', 'one');
    await chat.send('ben', 'two');
    await chat.send('cy', 'three');
    await waitFor(chat.last, 'the end of the burst', (data) => data?.text === 'three');
    await waitFor(chat.row('dora'), 'three unread', (data) => data?.unread === 3);
  });

  it('is counted once when its event is delivered again, and again late', async () => {
    const chat = await new SuiteChat().open('ada', 'ben');
    const first = await chat.send('ada', 'first');
    await waitFor(chat.row('ben'), 'one unread', (data) => data?.unread === 1);
    await deliver(chat, first);
    const second = await chat.send('ada', 'second');
    await waitFor(chat.row('ben'), 'two unread', (data) => data?.unread === 2);
    await Promise.all([deliver(chat, second), deliver(chat, first), deliver(chat, first)]);
    const row = (await chat.row('ben').get()).data();
    expect(row).toMatchObject({ unread: 2, last: { text: 'second' } });
    await waitFor(chat.last, 'the second', (data) => data?.text === 'second');
  });

  it('that is edited or deleted changes the row', async () => {
    const chat = await new SuiteChat().open('ada', 'ben');
    const id = await chat.send('ada', 'to be taken back');
    await waitFor(chat.row('ben'), 'one unread', (data) => data?.unread === 1);
    await chat.chat
      .collection('messages')
      .doc(id)
      .update({ text: '', deletedAt: FieldValue.serverTimestamp() });
    await waitFor(
      chat.row('ben'),
      'nothing unread',
      (data) => data?.unread === 0 && data.last.text === 'Message deleted',
    );
  });
});

describe('reading', () => {
  it('is believed although the event of the message comes after it', async () => {
    const chat = await new SuiteChat().open('ada', 'ben');
    const id = await chat.send('ada', 'read at once');
    const message = await chat.chat.collection('messages').doc(id).get();
    await waitFor(chat.row('ben'), 'one unread', (data) => data?.unread === 1);
    await chat.row('ben').update({ readAt: message.get('createdAt') });
    await deliver(chat, id);
    expect((await chat.row('ben').get()).get('unread')).toBe(0);
  });

  it('on one device while a message comes in loses neither', async () => {
    const chat = await new SuiteChat().open('ada', 'ben', 'cy');
    const first = await chat.send('ada', 'seen');
    const seen = await chat.chat.collection('messages').doc(first).get();
    await Promise.all([
      chat.send('cy', 'not seen yet'),
      chat.row('ben').update({ readAt: seen.get('createdAt') }),
    ]);
    await waitFor(
      chat.row('ben'),
      'one unread',
      (data) => data?.unread === 1 && data.last?.text === 'not seen yet',
    );
  });
});

describe('a block', () => {
  it('keeps a mention out of the count of the row', async () => {
    const chat = await new SuiteChat().open('ada', 'ben', 'cy');
    const block = chat.firestore.doc(`users/${chat.uid('ben')}/blocks/${chat.uid('ada')}`);
    await block.set({ since: FieldValue.serverTimestamp() });
    await chat.send('ada', 'Hello both', ['ben', 'cy']);
    const row = await waitFor(chat.row('ben'), 'one unread', (data) => data?.unread === 1);
    expect(row?.mentions).toBe(0);
    await waitFor(chat.row('cy'), 'one mention', (data) => data?.mentions === 1);
  });
});

/** A store of chats that notes how often each of its transactions was begun. */
function countingStore(firestore: Firestore): { store: ChatStore; begun: number[] } {
  const begun: number[] = [];
  const current = new AsyncLocalStorage<{ count: number }>();
  const counting: Firestore = Object.create(firestore, {
    runTransaction: {
      value: (...given: Parameters<Firestore['runTransaction']>) => {
        const transaction = current.getStore();
        if (transaction) transaction.count += 1;
        return firestore.runTransaction(...given);
      },
    },
  });
  const store = createChatStore(counting);
  const transact: ChatStore['transact'] = (chatId, work) => {
    const transaction = { count: 0 };
    return current
      .run(transaction, () => store.transact(chatId, work))
      .finally(() => begun.push(transaction.count));
  };
  return { store: { ...store, transact }, begun };
}

describe('twenty instances at once', () => {
  it.each([
    ['a few people', 4],
    ['more', 14],
  ])('on the messages of a chat of %s try no transaction again more than three times', async (_, size) => {
    const names = Array.from({ length: size }, (_, index) => `person${index}`);
    const chat = await new SuiteChat().open(...names);
    const { store, begun } = countingStore(chat.firestore);
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => chat.send(`person${index % (size - 1)}`, `message ${index}`)),
    );
    const messages = await Promise.all(ids.map((id) => chat.chat.collection('messages').doc(id).get()));
    await Promise.all(
      messages.map((message) => {
        const params = { chatId: chat.id, messageId: message.id };
        return handleMessage(
          { ...openLookout(), store },
          toMessageEvent(params, null, message as QueryDocumentSnapshot),
        );
      }),
    );
    expect(begun.length).toBeGreaterThan(0);
    expect(Math.max(...begun)).toBeLessThanOrEqual(4);
    await waitFor(chat.row(`person${size - 1}`), '20 unread', (data) => data?.unread === 20);
  });

  it('on people who join do not try more often either, and count everybody', async () => {
    const chat = await new SuiteChat().open('ada');
    const { store, begun } = countingStore(chat.firestore);
    const names = Array.from({ length: 20 }, (_, index) => `joiner${index}`);
    await Promise.all(
      names.map((name) => chat.member(name).set(chatJoiner(chat.uid(name), FieldValue.serverTimestamp()))),
    );
    const members = await Promise.all(names.map((name) => chat.member(name).get()));
    await Promise.all(
      members.map((member) =>
        handleChatMembership(
          { ...openLookout(), store },
          {
            chatId: chat.id,
            uid: member.id,
            joinedAt: member.get('joinedAt'),
            committedAt: member.updateTime?.toMillis() ?? 0,
          },
        ),
      ),
    );
    expect(Math.max(...begun)).toBeLessThanOrEqual(4);
    await waitFor(chat.chat, '21 members', (data) => data?.memberCount === 21);
    await chat.send('ada', 'Welcome all');
    await Promise.all(
      names.map((name) => waitFor(chat.row(name), 'one unread', (data) => data?.unread === 1)),
    );
  });
});
