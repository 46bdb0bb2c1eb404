import { randomUUID } from 'node:crypto';
import { newBlock } from '@sameboat/model/block';
import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { newChatInvitation } from '@sameboat/model/chat-invitation';
import { chatJoiner } from '@sameboat/model/chat-member';
import { newCommunityBan } from '@sameboat/model/community-ban';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { newHandle } from '@sameboat/model/handle';
import { avatarImagePath, chatImagePath, checkedImageMetadata } from '@sameboat/model/image';
import { newImageMessage, newTextMessage } from '@sameboat/model/message';
import { messagePace } from '@sameboat/model/pace';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import { newReport } from '@sameboat/model/report';
import { newSettings } from '@sameboat/model/settings';
import { newUser } from '@sameboat/model/user';
import { type DocumentReference, FieldValue } from 'firebase-admin/firestore';
import { type Caller, signUp } from './suite-caller.fixture.ts';
import { autoId, openCommunity, suiteFirestore, waitFor } from './suite-chat.fixture.ts';
import { bucket } from './suite-pictures.fixture.ts';

/** For pictures that were checked: others would be deleted by the function that checks, as no pictures at all. */
const checked = { metadata: { metadata: checkedImageMetadata } };
const now = FieldValue.serverTimestamp();
const firestore = suiteFirestore();

export interface SuitePerson {
  readonly caller: Caller;
  readonly handle: string;
  readonly name: string;
  readonly email: string;
}

/** An account with a profile, as sign-up leaves it, whose name, handle and e-mail nobody else has. */
export async function openPerson(): Promise<SuitePerson> {
  const word = randomUUID().slice(0, 8);
  const email = `${word}@example.org`;
  const caller = await signUp(email);
  const person = { caller, email, handle: `h_${word}`, name: `Name ${word}` };
  const user = firestore.doc(`users/${caller.uid}`);
  await firestore
    .batch()
    .set(user, newUser({ handle: person.handle, displayName: person.name }, now))
    .set(firestore.doc(`handles/${person.handle}`), newHandle(caller.uid))
    .set(user.collection('private').doc('profile'), newPrivateProfile(now))
    .set(user.collection('private').doc('settings'), newSettings(now))
    .commit();
  return person;
}

/** What is left of somebody who was everywhere: what others own, and what stays. */
export interface Life {
  readonly marker: string;
  readonly ben: SuitePerson;
  /** A group chat with Ben, who founded its community. */
  readonly chatId: string;
  readonly communityId: string;
  readonly avatar: string;
  /** What Ben wrote about them in that chat. */
  readonly answer: DocumentReference;
}

/** Puts somebody into every kind of place that there is, with a word in each text that nobody else has written. */
export async function liveEverywhere({ caller: { uid }, handle, name }: SuitePerson): Promise<Life> {
  const marker = `marker-${randomUUID()}`;
  const ben = await openPerson();
  const other = ben.caller.uid;
  const user = firestore.doc(`users/${uid}`);
  const communityId = await openCommunity(firestore, other, uid);
  const alone = await openCommunity(firestore, uid);
  const chat = await joinedChat(communityId, [other, uid]);
  const left = await joinedChat(communityId, [other]);
  const picture = chatImagePath(chat.id, uid, autoId(firestore));
  const avatar = avatarImagePath(uid, autoId(firestore));
  for (const path of [picture, avatar]) await bucket.file(path).save('a picture', checked);
  const direct = firestore.doc(`chats/${directChatId(uid, other)}`);
  const answer = chat.collection('messages').doc();
  const image = { path: picture, width: 4, height: 3, alt: marker };
  const text = (senderId: string, mentions: readonly string[] = []) =>
    newTextMessage({ senderId, text: senderId === uid ? marker : 'An answer', mentions }, now);
  await firestore
    .batch()
    .update(user, { bio: marker, avatar })
    .update(user.collection('private').doc('profile'), { topics: ['sleep'] })
    .set(firestore.doc(`people/${uid}`), { handle, displayName: name, topics: ['sleep'] })
    .set(user.collection('blocks').doc('zoe'), newBlock(now))
    .set(user.collection('notifications').doc('n1'), { text: marker })
    .set(user.collection('uploads').doc(autoId(firestore)), { target: chat.path, at: now })
    .set(user.collection('pace').doc('message'), messagePace(chat.id, answer.id, now))
    .set(
      firestore.doc(`reports/${autoId(firestore)}`),
      newReport(
        { reporterId: uid, kind: 'person', path: `users/${other}`, reason: 'spam', note: 'It was loud.' },
        now,
      ),
    )
    .update(firestore.doc(`communities/${alone}`), { about: marker })
    .set(firestore.doc(`users/${other}/blocks/${uid}`), newBlock(now))
    .set(
      firestore.doc(`communities/${communityId}/bans/${uid}`),
      newCommunityBan({ by: other, reason: '' }, now),
    )
    .set(direct, { ...newDirectChat(uid, other, autoId(firestore), now), state: 'open' })
    .set(direct.collection('members').doc(uid), chatJoiner(uid, now))
    .set(direct.collection('members').doc(other), chatJoiner(other, now))
    .set(direct.collection('messages').doc(), text(uid))
    .set(direct.collection('messages').doc(), text(other))
    .set(firestore.doc(`users/${other}/pace/message`), messagePace(direct.id, answer.id, now))
    .set(answer, { ...text(other, [uid]), reactions: { [uid]: 'heart', [other]: 'like' } })
    .set(left.collection('messages').doc(), text(uid))
    .set(left.collection('invitations').doc(uid), newChatInvitation({ uid, by: other }, now))
    .set(chat.collection('invitations').doc('zoe'), newChatInvitation({ uid: 'zoe', by: uid }, now))
    .set(chat.collection('typing').doc(uid), { until: now })
    .commit();
  // The newest of its chat, so that it is in the chat lists of both.
  await chat
    .collection('messages')
    .doc()
    .set(newImageMessage({ senderId: uid, text: marker, images: [image] }, now));
  const rowOfBen = firestore.doc(`users/${other}/inbox/${chat.id}`);
  await waitFor(rowOfBen, 'the newest message', (data) => data?.last?.text === marker);
  await waitFor(firestore.doc(`users/${other}/inbox/${direct.id}`), 'a row', (data) => data !== undefined);
  return { marker, ben, chatId: chat.id, communityId, avatar, answer };
}

/** A group chat with these people in it, the last of whom opened it. */
async function joinedChat(communityId: string, uids: readonly string[]) {
  const chat = firestore.collection('chats').doc();
  const createdBy = uids.at(-1) ?? '';
  const batch = firestore.batch();
  const texts = { name: 'Evening group', about: '' };
  batch.set(chat, newGroupChat({ ...texts, communityId, access: 'open', createdBy }, now));
  for (const uid of uids) batch.set(chat.collection('members').doc(uid), chatJoiner(uid, now));
  await batch.commit();
  return chat;
}
