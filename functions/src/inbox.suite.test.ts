import { FieldValue, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { FirestoreEvent } from 'firebase-functions/v2/firestore';
import { describe, expect, it } from 'vitest';
import { SuiteChat, waitFor, waitForIds } from './data/suite-chat.fixture.ts';
import { onMessageCreated } from './on-message-created.ts';

type MessageEvent = FirestoreEvent<QueryDocumentSnapshot | undefined, { chatId: string; messageId: string }>;

/**
 * Delivers the event of a message to the function itself, as the event system may do once more at any time. What
 * the message said is that of another of its commit when it is gone.
 */
async function deliver(chat: SuiteChat, messageId: string, sentAs = messageId): Promise<void> {
  const params = { chatId: chat.id, messageId };
  const data = await chat.chat.collection('messages').doc(sentAs).get();
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

  it('is the last message of its chat, the end of a burst included', async () => {
    const chat = await new SuiteChat().open('ada', 'ben', 'cy', 'dora');
    await chat.send('ada', 'one');
    await chat.send('ben', 'two');
    await chat.send('cy', 'three');
    await waitFor(chat.chat, 'the end of the burst', (data) => data?.last?.text === 'three');
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
    expect((await chat.chat.get()).get('last.text')).toBe('second');
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

describe('one batch with five messages', () => {
  it('leaves one, which is all that the inbox hears of, however often the events come', async () => {
    const chat = await new SuiteChat().open('ada', 'ben');
    const ids = (await chat.sendTogether('ada', ['one', 'two', 'three', 'four', 'five'], ['ben'])).toSorted();
    const [first = '', ...others] = ids;
    await waitForIds(chat.chat.collection('messages'), [first]);
    const { text } = (await chat.chat.collection('messages').doc(first).get()).data() ?? {};
    const isTold = { unread: 1, mentions: 1, last: { text } };
    await waitFor(chat.row('ben'), 'one unread', (data) => data?.unread === 1 && data.last?.text === text);
    await waitFor(chat.chat, 'the one that is left', (data) => data?.last?.text === text);
    await Promise.all([...others, first, ...others].map((id) => deliver(chat, id, first)));
    expect((await chat.row('ben').get()).data()).toMatchObject(isTold);
    expect((await chat.chat.get()).get('last.text')).toBe(text);
    expect((await chat.chat.collection('messages').get()).docs.map(({ id }) => id)).toEqual([first]);
  });

  it('leaves those of other people, other times and other chats alone', async () => {
    const [evening, morning] = await Promise.all([
      new SuiteChat().open('ada', 'ben'),
      new SuiteChat().open('ada', 'ben'),
    ]);
    const before = await evening.send('ben', 'before');
    const elsewhere = await morning.send('ada', 'elsewhere');
    const [first = ''] = (await evening.sendTogether('ada', ['one', 'two'])).toSorted();
    await waitForIds(evening.chat.collection('messages'), [before, first]);
    await waitFor(evening.row('ben'), 'one unread', (data) => data?.unread === 1);
    await waitForIds(morning.chat.collection('messages'), [elsewhere]);
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
