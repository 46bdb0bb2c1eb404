import { describe, expect, it } from 'vitest';
import type { Fields } from './document-store.ts';
import { crashEverywhere, MemoryDocuments } from './memory-document-store.fixture.ts';
import { removeChatContent, removeDeletedChat } from './remove-chat.ts';

const chat = 'chats/evening';

/** What a deleted chat of so many members and messages leaves behind, and things of others that look like it. */
function leftBy(members: number, messages: number): MemoryDocuments {
  const documents: Record<string, Fields> = {
    [`${chat}/private/last`]: { text: 'Good night' },
    [`${chat}/typing/ada`]: {},
    [`${chat}/bans/zoe`]: {},
    [`${chat}/invitations/zoe`]: {},
    'chats/evening2': {},
    'chats/evening2/messages/m1': {},
    'chats/evening2/members/u1': {},
    'users/u1/inbox/evening2': {},
    'users/u1': {},
  };
  for (let index = 0; index < members; index++) {
    documents[`${chat}/members/u${index}`] = {};
    documents[`users/u${index}/inbox/evening`] = {};
  }
  for (let index = 0; index < messages; index++) documents[`${chat}/messages/m${index}`] = {};
  return new MemoryDocuments(documents, [
    `${chat}/images/u1/one`,
    `${chat}/images/u2/two`,
    'chats/evening2/images/u1/three',
  ]);
}

const others = [
  'chats/evening2',
  'chats/evening2/members/u1',
  'chats/evening2/messages/m1',
  'users/u1',
  'users/u1/inbox/evening2',
];

describe('a chat that was deleted', () => {
  it('takes its members, bans, messages, marks, rows and pictures along, and nothing of another', async () => {
    const stores = leftBy(450, 450);
    await removeDeletedChat({ documents: stores, pictures: stores }, 'evening', []);
    expect(stores.paths()).toEqual(others);
    expect([...stores.pictures]).toEqual(['chats/evening2/images/u1/three']);
  });

  it('is gone in the end wherever its removal broke off, and however often it is removed', async () => {
    const acts = await crashEverywhere(
      () => leftBy(250, 210),
      (stores) => removeDeletedChat({ documents: stores, pictures: stores }, 'evening', ['u3', 'asked']),
      (stores) => {
        expect(stores.paths()).toEqual(others);
        expect(stores.pictures.size).toBe(1);
      },
    );
    expect(acts).toBeGreaterThan(6);
  });

  it('takes the row of somebody who was asked and never became a member', async () => {
    const stores = new MemoryDocuments({ 'users/ben/inbox/evening': {}, 'users/ben/inbox/other': {} });
    await removeChatContent({ documents: stores, pictures: stores }, 'evening', ['ada', 'ben']);
    expect(stores.paths()).toEqual(['users/ben/inbox/other']);
  });

  it('is left alone when it is there again by the time that its event comes', async () => {
    const stores = leftBy(1, 1);
    stores.stored.set(chat, {});
    const before = stores.paths();
    await removeDeletedChat({ documents: stores, pictures: stores }, 'evening', []);
    expect(stores.paths()).toEqual(before);
  });
});
