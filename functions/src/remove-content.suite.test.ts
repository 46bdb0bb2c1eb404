import { beforeAll, expect, it } from 'vitest';
import { type Caller, callFunction } from './data/suite-caller.fixture.ts';
import { openCommunity, patienceMs, SuiteChat, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import { openPerson } from './data/suite-person.fixture.ts';

const firestore = suiteFirestore();
let founder: Caller;
let chat: SuiteChat;
beforeAll(async () => {
  founder = (await openPerson()).caller;
  chat = await new SuiteChat(await openCommunity(firestore, founder.uid)).open('ada', 'ben');
}, 2 * patienceMs);

const remove = (messageId: string, caller: Caller = founder) =>
  callFunction('removeContent', { kind: 'message', chatId: chat.id, messageId, reason: ' Unkind. ' }, caller);
const stored = (id: string) => chat.chat.collection('messages').doc(id);
const log = () => firestore.collection(`communities/${chat.communityId}/log`).get();

it('empties a message, says who it was in the log, tells its author why, and brings the chat list up to date', async () => {
  const id = await chat.send('ada', 'Something unkind');
  await waitFor(chat.row('ben'), 'the message', (row) => row?.last?.text === 'Something unkind');
  expect(await remove(id)).toMatchObject({ status: 200, result: { removed: true } });

  const message = (await stored(id).get()).data();
  expect(message).toMatchObject({ text: '', images: [], reactions: {}, removedBy: 'moderator' });
  expect(message?.deletedAt).not.toBeNull();
  const entries = (await log()).docs.map((entry) => entry.data());
  expect(entries).toEqual([
    expect.objectContaining({
      actor: founder.uid,
      act: 'removeMessage',
      target: chat.uid('ada'),
      reason: 'Unkind.',
    }),
  ]);
  await waitFor(
    chat.row('ben'),
    'the deletion',
    (row) => row?.last?.text === 'Message deleted' && row.unread === 0,
  );
  const [entry] = (await log()).docs;
  const told = firestore.doc(`users/${chat.uid('ada')}/notifications/log_${entry?.id}`);
  const notice = await waitFor(told, 'a notification', (data) => data !== undefined);
  expect(notice).toMatchObject({ type: 'moderation', text: expect.stringContaining('Unkind.') });
  expect(JSON.stringify(notice)).not.toContain(founder.uid);
});

it('does and logs nothing more for a message that is gone, also when it is removed many times at once', async () => {
  const id = await chat.send('ben', 'Once more');
  const before = (await log()).size;
  const answers = await Promise.all(Array.from({ length: 4 }, () => remove(id)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await log()).size).toBe(before + 1);
});
