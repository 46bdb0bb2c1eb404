import { exportPacePath, exportsPerHour } from '@sameboat/model/export-my-data';
import { describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { type Caller, callFunction, signInAsGuest } from '../data/suite-caller.fixture.ts';
import { suiteFirestore } from '../data/suite-chat.fixture.ts';
import { liveEverywhere, openPerson } from '../data/suite-person.fixture.ts';

const firestore = suiteFirestore();
const first = { kind: 'page', cursor: null };
const exportOf = (caller: Caller | null, data: unknown = first) => callFunction('exportMyData', data, caller);

describe('an export is refused', () => {
  it('without a sign-in, to a guest, and with a token that is none', async () => {
    expect((await exportOf(null)).error?.status).toBe('UNAUTHENTICATED');
    expect((await exportOf({ uid: 'ada', token: 'not a token' })).status).not.toBe(200);
    expect((await exportOf(await signInAsGuest())).error?.status).toBe('PERMISSION_DENIED');
  });

  it('with the token of a sign-in that was ended', async () => {
    const { caller } = await openPerson();
    await endSignIn(caller);
    expect((await exportOf(caller)).error?.status).toBe('UNAUTHENTICATED');
  });

  it('with the token of an account that was deleted', async () => {
    const { caller, handle } = await openPerson();
    expect((await callFunction('deleteMyAccount', { handle }, caller)).status).toBe(200);
    expect((await exportOf(caller)).error?.status).toBe('UNAUTHENTICATED');
  });

  it('with anything but a page or a picture', async () => {
    const [{ caller }, ada] = await Promise.all([openPerson(), openPerson()]);
    const { uid } = ada.caller;
    const cursor = { section: 0, page: 1, after: null };
    for (const data of [
      null,
      { ...first, uid },
      { kind: 'page', cursor: { ...cursor, uid } },
      { kind: 'page', cursor: { ...cursor, section: -1 } },
      { kind: 'page', cursor: { ...cursor, section: 0.5 } },
      { kind: 'page', cursor: { ...cursor, page: 0 } },
      { kind: 'page', cursor: { ...cursor, after: 'users' } },
      { kind: 'page', cursor: { ...cursor, after: `users/${uid}/../x` } },
      { kind: 'picture', path: `users/${uid}` },
      { kind: 'picture', path: '../secrets' },
      { kind: 'everything' },
      ...wrongInputs.map(([, input]) => input),
    ]) {
      const { error } = await exportOf(caller, data);
      expect(error?.status, JSON.stringify(data)?.slice(0, 80)).toBe('INVALID_ARGUMENT');
    }
    expect((await firestore.doc(exportPacePath(caller.uid)).get()).exists).toBe(false);
  });
});

describe('an export', () => {
  it('gives nothing of somebody else, whatever the cursor or the picture that is asked for', async () => {
    const [ada, mallory] = await Promise.all([openPerson(), openPerson()]);
    const { marker, avatar, chatId } = await liveEverywhere(ada);
    const made = [null, `users/${ada.caller.uid}`, `chats/${chatId}/messages/m`];
    for (let section = 0; section <= 25; section++) {
      const cursor = { section, page: 1, after: made[section % made.length] };
      const answer = await exportOf(mallory.caller, { kind: 'page', cursor });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer)).not.toContain(marker);
      expect(JSON.stringify(answer)).not.toContain(ada.email);
    }
    expect((await exportOf(mallory.caller, { kind: 'picture', path: avatar })).error?.status).toBe(
      'PERMISSION_DENIED',
    );
    expect((await exportOf(ada.caller, { kind: 'picture', path: avatar })).result).toEqual({
      content: Buffer.from('a picture').toString('base64'),
    });
  }, 60_000);

  it('is for somebody who is banned too: the data is theirs', async () => {
    const { caller, email } = await openPerson();
    await ban(caller);
    expect(JSON.stringify(await exportOf(caller))).toContain(email);
  });

  it('is started as often as an hour allows, also when many start at once', async () => {
    const { caller } = await openPerson();
    const answers = await Promise.all(Array.from({ length: 10 }, () => exportOf(caller)));
    expect(answers.filter(({ status }) => status === 200).length).toBe(exportsPerHour);
    expect((await exportOf(caller)).error?.status).toBe('RESOURCE_EXHAUSTED');
    // One that is under way goes on.
    const next = { kind: 'page', cursor: { section: 1, page: 1, after: null } };
    expect((await exportOf(caller, next)).status).toBe(200);
  });
});
