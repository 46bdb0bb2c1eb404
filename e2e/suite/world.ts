import { randomUUID } from 'node:crypto';
import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath, chatOwner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import { communityFactsPath } from '@sameboat/model/community-facts';
import { communityMemberPath, founderMember, joiningMember } from '@sameboat/model/community-member';
import { communityNamePath, newCommunityName } from '@sameboat/model/community-name';
import { dayOf } from '@sameboat/model/day';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { newHandle } from '@sameboat/model/handle';
import { defaultHome, homeMarkPath, newHomeChat, newHomeMark } from '@sameboat/model/home';
import { newTextMessage } from '@sameboat/model/message';
import { otterProfile, otterUid } from '@sameboat/model/otter';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import { newSettings } from '@sameboat/model/settings';
import { communityNameKey } from '@sameboat/model/slug';
import { newUser } from '@sameboat/model/user';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { accounts, asAdministrator } from './suite.ts';

export interface Account {
  readonly uid: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly handle: string;
}

/** Eight characters that no other test has. */
export function unique(): string {
  return randomUUID().slice(0, 8);
}

/** What somebody new would type into the sign-up form. Nothing is created. */
export function newcomer(name: string): Omit<Account, 'uid'> {
  const handle = `${name.toLowerCase()}_${unique()}`;
  return { email: `${handle}@example.com`, password: 'a quiet harbour', name, handle };
}

/**
 * Creates an account with a complete profile, as sign-up leaves it, and a confirmed e-mail address. They left the home chat,
 * so that their chat list has what a test puts there.
 */
export async function createAccount(name: string): Promise<Account> {
  const person = newcomer(name);
  const { email, password } = person;
  const { uid } = await accounts().createUser({ email, password, emailVerified: true });
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const batch = firestore.batch();
  batch.set(firestore.doc(`users/${uid}`), newUser({ handle: person.handle, displayName: name }, now));
  batch.set(firestore.doc(`handles/${person.handle}`), newHandle(uid));
  batch.set(firestore.doc(`users/${uid}/private/profile`), newPrivateProfile(now));
  batch.set(firestore.doc(`users/${uid}/private/settings`), newSettings(now));
  batch.set(firestore.doc(homeMarkPath(uid)), newHomeMark(now));
  await batch.commit();
  return { ...person, uid };
}

/** As `createAccount`, two days ago: old enough to ask somebody for a private chat. */
export async function createSettledAccount(name: string): Promise<Account> {
  const account = await createAccount(name);
  const createdAt = Timestamp.fromMillis(Date.now() - 2 * 86_400_000);
  await asAdministrator().doc(`users/${account.uid}`).update({ createdAt });
  return account;
}

/** Brings people into the home chat, which is made with Otter if nobody was there yet. */
export async function comeHome(...people: readonly Account[]): Promise<GroupChat> {
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const made = [
    { path: `chats/${defaultHome.id}`, data: newHomeChat(defaultHome, now) },
    { path: `users/${otterUid}`, data: otterProfile(now) },
  ];
  for (const { path, data } of made) {
    if (!(await firestore.doc(path).get()).exists) await firestore.doc(path).set(data);
  }
  for (const { uid } of people) {
    await firestore.doc(chatMemberPath(defaultHome.id, uid)).set(chatJoiner(uid, now));
  }
  return { id: defaultHome.id, name: defaultHome.name };
}

export interface Community {
  readonly id: string;
  readonly name: string;
}

/** Creates an open community in Berlin; the first of the members founded it. */
export async function createCommunity(
  members: readonly [Account, ...Account[]],
  name = `Harbour ${unique()}`,
): Promise<Community> {
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const { id } = firestore.collection('communities').doc();
  const community = newCommunity(
    {
      name,
      about: 'A place to talk in the evening.',
      rules: 'Be kind. What is said here stays here.',
      topic: 'depression',
      place: { id: 'berlin-de', name: 'Berlin', region: 'Berlin', country: 'DE', geohash: 'u33db' },
      visibility: 'open',
      today: dayOf(Date.now()),
    },
    now,
  );
  const batch = firestore.batch();
  batch.set(firestore.doc(`communities/${id}`), community);
  batch.set(firestore.doc(communityNamePath(await communityNameKey(community.slug))), newCommunityName(id));
  batch.set(firestore.doc(communityFactsPath(id)), { founderId: members[0].uid, memberCount: 0 });
  members.forEach(({ uid }, place) => {
    batch.set(
      firestore.doc(communityMemberPath(id, uid)),
      (place === 0 ? founderMember : joiningMember)(uid, now),
    );
  });
  await batch.commit();
  return { id, name };
}

export interface GroupChat {
  readonly id: string;
  readonly name: string;
}

/** Creates a group chat of a community; the first of the members opened it. */
export async function createGroupChat(
  community: Community,
  members: readonly [Account, ...Account[]],
  name = `Evening ${unique()}`,
): Promise<GroupChat> {
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const chat = firestore.collection('chats').doc();
  const batch = firestore.batch();
  batch.set(
    chat,
    newGroupChat(
      { communityId: community.id, name, about: '', access: 'open', createdBy: members[0].uid },
      now,
    ),
  );
  members.forEach(({ uid }, place) => {
    batch.set(firestore.doc(chatMemberPath(chat.id, uid)), (place === 0 ? chatOwner : chatJoiner)(uid, now));
  });
  await batch.commit();
  return { id: chat.id, name };
}

/** Creates a private chat that `asker` asked for, with its one message. */
export async function createPrivateChat(
  [asker, other]: readonly [Account, Account],
  state: 'request' | 'open',
  text: string,
): Promise<GroupChat> {
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const id = directChatId(asker.uid, other.uid);
  const message = firestore.collection(`chats/${id}/messages`).doc();
  const batch = firestore.batch();
  batch.set(firestore.doc(`chats/${id}`), {
    ...newDirectChat(asker.uid, other.uid, message.id, now),
    state,
  });
  for (const { uid } of state === 'open' ? [asker, other] : [asker])
    batch.set(firestore.doc(chatMemberPath(id, uid)), chatJoiner(uid, now));
  batch.set(message, newTextMessage({ senderId: asker.uid, text }, now));
  await batch.commit();
  return { id, name: other.name };
}

/** Puts messages into a chat, oldest first, a minute apart, the last one a minute ago. */
export async function writeMessages(
  chat: GroupChat,
  sender: Account,
  texts: readonly string[],
): Promise<void> {
  const firestore = asAdministrator();
  const writer = firestore.bulkWriter();
  const now = Date.now();
  texts.forEach((text, index) => {
    const at = Timestamp.fromMillis(now - (texts.length - index) * 60_000);
    void writer.set(
      firestore.collection(`chats/${chat.id}/messages`).doc(),
      newTextMessage({ senderId: sender.uid, text }, at),
    );
  });
  await writer.close();
}

/** The texts of a chat's messages as they are stored, oldest first. */
export async function storedTexts(chatId: string): Promise<readonly string[]> {
  const found = await asAdministrator().collection(`chats/${chatId}/messages`).orderBy('createdAt').get();
  return found.docs.map((message) => String(message.get('text')));
}
