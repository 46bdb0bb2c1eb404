import { chatJoiner } from '@sameboat/model/chat-member';
import { joiningMember } from '@sameboat/model/community-member';
import type { DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { FieldValue } from 'firebase-admin/firestore';
import type { Change, FirestoreEvent } from 'firebase-functions/v2/firestore';
import { describe, expect, it } from 'vitest';
import { createCommunityStore } from './data/community-store.ts';
import { openCommunity, SuiteChat, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';
import { onMembershipWritten } from './on-membership-written.ts';

type MemberEvent = FirestoreEvent<Change<DocumentSnapshot> | undefined, { communityId: string; uid: string }>;

async function deliver(communityId: string, uid: string): Promise<void> {
  const time = new Date().toISOString();
  await onMembershipWritten.run({ id: 'again', time, params: { communityId, uid } } as MemberEvent);
}

const factsOf = (id: string) => suiteFirestore().doc(`communities/${id}/private/facts`);

describe('the members of a community', () => {
  it('are counted as they come and go, however often an event is delivered', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, 'founder', 'second', 'third');
    await waitFor(factsOf(id), 'three members', (data) => data?.memberCount === 3);
    await Promise.all(['founder', 'second', 'second', 'third'].map((uid) => deliver(id, uid)));
    expect((await factsOf(id).get()).data()).toMatchObject({ founderId: 'founder', memberCount: 3 });
    await firestore.doc(`communities/${id}/members/second`).delete();
    await waitFor(factsOf(id), 'two members', (data) => data?.memberCount === 2);
    await deliver(id, 'second');
    expect((await factsOf(id).get()).get('memberCount')).toBe(2);
  });

  it('are counted right when many join at once, and outside only the size tells of it', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, 'founder');
    const community = firestore.doc(`communities/${id}`);
    await waitFor(factsOf(id), 'one member', (data) => data?.memberCount === 1);
    const before = await community.get();
    const members = Array.from({ length: 12 }, (_, index) =>
      firestore.doc(`communities/${id}/members/joiner-${index}`),
    );
    const join = (some: typeof members) =>
      Promise.all(some.map((member) => member.set(joiningMember(member.id, FieldValue.serverTimestamp()))));
    await join(members.slice(0, 8));
    await waitFor(factsOf(id), 'nine members', (data) => data?.memberCount === 9);
    expect((await community.get()).updateTime?.isEqual(before.updateTime as Timestamp)).toBe(true);
    await join(members.slice(8));
    await waitFor(factsOf(id), '13 members', (data) => data?.memberCount === 13);
    expect((await community.get()).get('size')).toBe('10+');
    await Promise.all(members.slice(0, 8).map((member) => member.delete()));
    await waitFor(community, 'a small community', (data) => data?.size === 'new');
  });

  it('are counted once a second at most, and not again for a change that was counted', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, 'founder');
    const counted = await waitFor(factsOf(id), 'one member', (data) => data?.memberCount === 1);
    const last: number = counted?.countedAt.toMillis();
    const recount = (changedAt: number, now: number) =>
      createCommunityStore(firestore).recountMembers(id, { changedAt, now });
    const version = async () => (await factsOf(id).get()).updateTime?.valueOf();
    const before = await version();
    expect(await recount(last - 1, last + 5_000)).toBeNull();
    expect(await recount(last + 1, last + 999)).toBeGreaterThanOrEqual(last + 1_000);
    expect(await version()).toBe(before);
    expect(await recount(last + 1, last + 1_000)).toBeNull();
    expect(await version()).not.toBe(before);
  });

  it('know who founded it, after a hand-over too', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, 'founder', 'second');
    await waitFor(factsOf(id), 'two members', (data) => data?.memberCount === 2);
    const batch = firestore.batch();
    batch.update(firestore.doc(`communities/${id}/members/founder`), { role: 'moderator' });
    batch.update(firestore.doc(`communities/${id}/members/second`), { role: 'founder' });
    await batch.commit();
    await waitFor(factsOf(id), 'another founder', (data) => data?.founderId === 'second');
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
