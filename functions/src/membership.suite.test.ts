import { chatJoiner } from '@sameboat/model/chat-member';
import { joiningMember } from '@sameboat/model/community-member';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { FieldValue } from 'firebase-admin/firestore';
import type { Change, FirestoreEvent } from 'firebase-functions/v2/firestore';
import { describe, expect, it } from 'vitest';
import { openCommunity, SuiteChat, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import { onMembershipWritten } from './on-membership-written.ts';

type MemberEvent = FirestoreEvent<Change<DocumentSnapshot> | undefined, { communityId: string; uid: string }>;

async function deliver(communityId: string, uid: string): Promise<void> {
  await onMembershipWritten.run({ id: 'again', params: { communityId, uid } } as MemberEvent);
}

describe('the members of a community', () => {
  it('are counted as they come and go, however often an event is delivered', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, 'founder', 'second', 'third');
    const community = firestore.doc(`communities/${id}`);
    await waitFor(community, 'three members', (data) => data?.memberCount === 3);
    await Promise.all(['founder', 'second', 'second', 'third'].map((uid) => deliver(id, uid)));
    expect((await community.get()).get('memberCount')).toBe(3);
    await firestore.doc(`communities/${id}/members/second`).delete();
    await waitFor(community, 'two members', (data) => data?.memberCount === 2);
    await deliver(id, 'second');
    expect((await community.get()).get('memberCount')).toBe(2);
  });

  it('are counted right when many join at once', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, 'founder');
    const uids = Array.from({ length: 12 }, (_, index) => `joiner-${index}`);
    await Promise.all(
      uids.map((uid) =>
        firestore
          .doc(`communities/${id}/members/${uid}`)
          .set(joiningMember(uid, FieldValue.serverTimestamp())),
      ),
    );
    await waitFor(firestore.doc(`communities/${id}`), '13 members', (data) => data?.memberCount === 13);
  });

  it('leave its chats and lose their rows when they leave it', async () => {
    const firestore = suiteFirestore();
    const chat = new SuiteChat(await openCommunity(firestore, 'founder'));
    await chat.open('ada', 'ben');
    const membership = firestore.doc(`communities/${chat.communityId}/members/${chat.uid('ben')}`);
    await membership.set(joiningMember(chat.uid('ben'), FieldValue.serverTimestamp()));
    await waitFor(chat.chat, 'two members', (data) => data?.memberCount === 2);
    await membership.delete();
    await waitFor(chat.member('ben'), 'no membership', (data) => data === undefined);
    await waitFor(chat.row('ben'), 'no row', (data) => data === undefined);
    await waitFor(chat.chat, 'one member', (data) => data?.memberCount === 1);
    expect((await chat.row('ada').get()).exists).toBe(true);
  });
});

describe('the members of a chat', () => {
  it('who join find what was said last, and nothing unread', async () => {
    const chat = await new SuiteChat().open('ada');
    await chat.send('ada', 'before you came');
    await waitFor(chat.row('ada'), 'the message', (data) => data?.last !== null);
    await chat.member('ben').set(chatJoiner(chat.uid('ben'), FieldValue.serverTimestamp()));
    const row = await waitFor(chat.row('ben'), 'a row', (data) => data !== undefined);
    expect(row).toMatchObject({ unread: 0, last: { text: 'before you came' } });
    await waitFor(chat.chat, 'two members', (data) => data?.memberCount === 2);
  });
});
