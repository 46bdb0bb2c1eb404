import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { communityMemberPath } from '@sameboat/model/community-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { newTextMessage } from '@sameboat/model/message';
import { FieldValue } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { type Caller, callFunction, claiming, signInAsGuest, signUp } from '../data/suite-caller.fixture.ts';
import { autoId, openCommunity, patienceMs, SuiteChat, suiteFirestore } from '../data/suite-chat.fixture.ts';
import { openPerson } from '../data/suite-person.fixture.ts';

const firestore = suiteFirestore();
const person = async () => (await openPerson()).caller;

let founder: Caller;
let member: Caller;
let chat: SuiteChat;
let messageId: string;
beforeAll(async () => {
  [founder, member] = await Promise.all([person(), person()]);
  chat = await new SuiteChat(await openCommunity(firestore, founder.uid, member.uid)).open('ada');
  messageId = await chat.send('ada', 'Good evening');
}, 2 * patienceMs);

const input = (change: object = {}) => ({
  kind: 'message',
  chatId: chat.id,
  messageId,
  reason: 'Because.',
  ...change,
});
const remove = (caller: Caller | null, change: object = {}) =>
  callFunction('removeContent', input(change), caller);
const textOf = async (id = messageId) => (await chat.chat.collection('messages').doc(id).get()).get('text');

describe('a message is not removed', () => {
  it('without a sign-in, by a guest, a stranger, a member, its author or the owner of the chat', async () => {
    expect((await remove(null)).error?.status).toBe('UNAUTHENTICATED');
    const owner = await person();
    await chat.chat
      .collection('members')
      .doc(owner.uid)
      .set({
        ...chatJoiner(owner.uid, FieldValue.serverTimestamp()),
        role: 'owner',
      });
    for (const caller of [await signInAsGuest(), await signUp(), await person(), member, owner])
      expect((await remove(caller)).error?.status).toBe('PERMISSION_DENIED');
    expect(await textOf()).toBe('Good evening');
  });

  it('by somebody who runs another community, or ran this one', async () => {
    const [other, former] = await Promise.all([person(), person()]);
    await openCommunity(firestore, other.uid);
    const membership = firestore.doc(communityMemberPath(chat.communityId, former.uid));
    await membership.set({
      uid: former.uid,
      role: 'moderator',
      joinedAt: new Date(),
      listed: false,
      shows: {},
    });
    await membership.update({ role: 'member' });
    for (const caller of [other, former])
      expect((await remove(caller)).error?.status).toBe('PERMISSION_DENIED');
    expect(await textOf()).toBe('Good evening');
  });

  it('by a founder who is banned, or whose sign-in was ended', async () => {
    for (const stop of [ban, endSignIn]) {
      const fay = await person();
      const theirs = await new SuiteChat(await openCommunity(firestore, fay.uid)).open('ben');
      const id = await theirs.send('ben', 'Hello');
      await stop(fay);
      const answer = await remove(fay, { chatId: theirs.id, messageId: id });
      expect(answer.error?.status).toBe('PERMISSION_DENIED');
    }
  });

  it('in a private chat by anybody but staff, not even by one of the two', async () => {
    const [ada, ben] = await Promise.all([person(), person()]);
    const chatId = directChatId(ada.uid, ben.uid);
    const direct = firestore.doc(`chats/${chatId}`);
    const now = FieldValue.serverTimestamp();
    await direct.set({ ...newDirectChat(ada.uid, ben.uid, autoId(firestore), now), state: 'open' });
    const message = direct.collection('messages').doc();
    await message.set(newTextMessage({ senderId: ada.uid, text: 'Between us' }, now));
    const change = { chatId, messageId: message.id };
    for (const caller of [ada, ben, founder])
      expect((await remove(caller, change)).error?.status).toBe('PERMISSION_DENIED');
    expect((await message.get()).get('text')).toBe('Between us');

    const staff = claiming(await person(), { role: 'moderator' });
    expect((await remove(staff, change)).status).toBe(200);
    expect((await message.get()).data()).toMatchObject({ text: '', removedBy: 'staff' });
    const audit = await firestore.collection('audit').where('target', '==', message.path).get();
    expect(audit.docs.map((entry) => entry.data())).toMatchObject([
      { actor: staff.uid, action: 'removeMessage', reason: 'Because.' },
    ]);
    const told = await firestore.collection(`users/${ada.uid}/notifications`).get();
    expect(JSON.stringify(told.docs.map((notice) => notice.data()))).not.toContain(staff.uid);
    expect(told.size).toBe(1);
  });

  it('with a role that there is not', async () => {
    for (const role of ['founder', 'owner', 'superuser', true, ['admin'], { role: 'admin' }])
      expect((await remove(claiming(await person(), { role }))).error?.status).toBe('PERMISSION_DENIED');
    expect(await textOf()).toBe('Good evening');
  });

  it.each<readonly [string, unknown]>([
    ...wrongInputs,
    ['nothing', null],
    ['no reason', { kind: 'message', chatId: 'c', messageId: 'm' }],
    ['a blank reason', { kind: 'message', chatId: 'c', messageId: 'm', reason: ' \n\u200b' }],
    [
      'a reason that is too long',
      { kind: 'message', chatId: 'c', messageId: 'm', reason: 'x'.repeat(2_001) },
    ],
    ['a path for a chat', { kind: 'message', chatId: '../users/ada', messageId: 'm', reason: 'Spam' }],
    ['a path for a message', { kind: 'message', chatId: 'c', messageId: 'm/../../x', reason: 'Spam' }],
    ['another kind', { kind: 'person', chatId: 'c', messageId: 'm', reason: 'Spam' }],
    ['a role', { kind: 'message', chatId: 'c', messageId: 'm', reason: 'Spam', role: 'admin' }],
  ])('with another input: %s', async (_what, data) => {
    expect((await callFunction('removeContent', data, founder)).error?.status).toBe('INVALID_ARGUMENT');
  });
});

it('nobody learns whether there is a message that they may not remove', async () => {
  const stranger = await person();
  const [there, gone] = await Promise.all([
    remove(stranger),
    remove(stranger, { messageId: autoId(firestore) }),
  ]);
  const [noChat, founderGone] = await Promise.all([
    remove(stranger, { chatId: autoId(firestore) }),
    remove(founder, { messageId: autoId(firestore) }),
  ]);
  expect(gone).toEqual(there);
  expect(noChat).toEqual(there);
  expect(founderGone.error?.status).toBe('NOT_FOUND');
});
