import { randomUUID } from 'node:crypto';
import { communityAccessPath } from '@sameboat/model/access-code';
import { communityBanPath, newCommunityBan } from '@sameboat/model/community-ban';
import { communityMemberPath } from '@sameboat/model/community-member';
import { pacePath } from '@sameboat/model/pace';
import { FieldValue } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, callFunction } from './data/suite-caller.fixture.ts';
import { autoId, openCommunity, suiteFirestore } from './data/suite-chat.fixture.ts';
import { openPerson } from './data/suite-person.fixture.ts';

const now = FieldValue.serverTimestamp();

const person = async () => (await openPerson()).caller;

/** Each from an address of its own, as the people of a test share one machine. */
const call = (name: string, data: object, caller: Caller | null) =>
  callFunction(name, data, caller, { 'x-forwarded-for': `address-${randomUUID()}` });
const enter = (
  caller: Caller | null,
  communityId: string,
  code: string,
  join: object | null = { listed: false },
) => call('joinClosedCommunity', { communityId, code, join }, caller);
const renew = (caller: Caller | null, communityId: string) =>
  call('renewAccessCode', { communityId }, caller);

async function codeOf(founder: Caller, communityId: string): Promise<string> {
  return ((await renew(founder, communityId)).result as { code: string }).code;
}

const wrong = '00000-00000';
let founder: Caller;
let harbour: string;
let code: string;
beforeAll(async () => {
  founder = await person();
  harbour = await openCommunity(suiteFirestore(), founder.uid);
  await suiteFirestore().doc(`communities/${harbour}`).update({ visibility: 'closed', rules: 'Be kind.' });
  code = await codeOf(founder, harbour);
});

const membership = (caller: Caller, id = harbour) =>
  suiteFirestore().doc(communityMemberPath(id, caller.uid)).get();

describe('a closed community', () => {
  it('shows its rules to whoever has the code, and then takes them in, listed if they say so', async () => {
    const ada = await person();
    const read = await enter(ada, harbour, code.toLowerCase(), null);
    expect(read.result).toMatchObject({ rules: 'Be kind.', joined: false });
    expect((await membership(ada)).exists).toBe(false);
    expect((await enter(ada, harbour, code, { listed: true })).result).toMatchObject({ joined: true });
    expect((await membership(ada)).data()).toMatchObject({ role: 'member', listed: true, shows: {} });
    expect((await suiteFirestore().doc(pacePath(ada.uid, 'joinCommunity')).get()).get('count')).toBe(1);
    // Once more changes nothing.
    expect((await enter(ada, harbour, code)).status).toBe(200);
    expect((await membership(ada)).get('listed')).toBe(true);
  });

  it('answers a wrong code, an absent community, an open one and a banned person alike', async () => {
    const firestore = suiteFirestore();
    const [ada, banned] = await Promise.all([person(), person()]);
    await firestore
      .doc(communityBanPath(harbour, banned.uid))
      .set(newCommunityBan({ by: founder.uid, reason: 'Spam.' }, now));
    const open = await openCommunity(firestore, founder.uid);
    const access = await firestore.doc(communityAccessPath(harbour)).get();
    await firestore.doc(communityAccessPath(open)).set(access.data() ?? {});
    const answers = await Promise.all([
      enter(ada, harbour, wrong),
      enter(ada, autoId(firestore), code),
      enter(ada, open, code),
      enter(banned, harbour, code),
      enter(banned, harbour, code, null),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.error?.status).toBe('NOT_FOUND');
    expect((await membership(ada)).exists).toBe(false);
  });
});

describe('a new access code', () => {
  it('ends the old one, is stored as a hash alone, and stands in the log', async () => {
    const firestore = suiteFirestore();
    const id = await openCommunity(firestore, founder.uid);
    await firestore.doc(`communities/${id}`).update({ visibility: 'closed' });
    const first = await codeOf(founder, id);
    const second = await codeOf(founder, id);
    const ada = await person();
    expect((await enter(ada, id, first)).error?.status).toBe('NOT_FOUND');
    expect((await enter(ada, id, second)).status).toBe(200);
    const stored = (await firestore.doc(communityAccessPath(id)).get()).data();
    expect(stored).toMatchObject({ codeHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(stored)).not.toContain(second);
    const log = await firestore.collection(`communities/${id}/log`).get();
    expect(log.docs.map((entry) => [entry.get('act'), entry.get('actor')])).toEqual([
      ['newCode', founder.uid],
      ['newCode', founder.uid],
    ]);
  });
});
