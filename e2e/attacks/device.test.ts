import { Timestamp } from 'firebase-admin/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { forgetAuth, placesWith } from '../device-storage.ts';
import { openPerson, type Person } from '../person.ts';
import { composer, openChat, sees, send, signIn } from '../screens.ts';
import { accounts, asAdministrator } from '../suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  unique,
  writeMessages,
} from '../suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Auth answers 400 for an account that was disabled or deleted, and Firestore 403 for a banned one. */
const refusals = [/status of (400|403)/];

/** Signs somebody in whose device has a cached chat, a draft and an unsent message, all containing `words`. */
async function withWordsOnTheDevice(): Promise<{ person: Person; account: Account; words: string }> {
  const words = `only for us ${unique()}`;
  const [account, other] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const chat = await createGroupChat(await createCommunity([account, other]), [account, other]);
  await writeMessages(chat, other, [`${words}, read here`]);
  const person = await openPerson(browser, { expectedErrors: refusals });
  const { page } = person;
  await signIn(page, account);
  await openChat(page, chat);
  await sees(page, `${words}, read here`);
  // From now on no commit is answered, so messages stay unsent.
  await person.context.route(/documents:commit/, () => {});
  await send(page, `${words}, not sent`);
  await sees(page, `${words}, not sent`);
  await composer(page).fill(`${words}, a draft`);
  return { person, account, words };
}

const landing = (page: Page) => page.getByRole('link', { name: 'Find your people' });

/** Waits until nobody is signed in any more. A function may have to run first. */
async function signedOut(page: Page): Promise<void> {
  await landing(page)
    .or(page.getByRole('heading', { name: 'Sign in', level: 1 }))
    .waitFor({ timeout: 20_000 });
}

/** Counts how often the page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

/** Does what `signOutEverywhere` does. */
async function endOlderSignIns({ uid }: Account): Promise<void> {
  const now = Timestamp.now();
  await asAdministrator().doc(`sanctions/${uid}`).set({
    banned: false,
    denied: [],
    reason: '',
    by: uid,
    at: now,
    until: null,
    validAfter: now,
    kind: 'signOut',
  });
}

const endings: readonly (readonly [string, (uid: string) => Promise<unknown>])[] = [
  ['disabled', (uid) => accounts().updateUser(uid, { disabled: true })],
  ['deleted', (uid) => accounts().deleteUser(uid)],
  ['given another password', (uid) => accounts().updateUser(uid, { password: 'another harbour' })],
];

describe.each(endings)('when an account was %s', (_how, end) => {
  it('removes its words when the app is opened again, in one load', async () => {
    const { person, account, words } = await withWordsOnTheDevice();
    const outside = await person.context.newPage();
    await person.page.close();
    expect(await placesWith(outside, words)).toEqual(['IndexedDB', 'localStorage']);
    await end(account.uid);

    const page = await person.context.newPage();
    const loads = countLoads(page);
    await page.goto('/');
    await landing(page).waitFor();
    expect(await placesWith(outside, words)).toEqual([]);
    expect(await landing(page).isVisible()).toBe(true);
    expect(loads()).toBe(1);
    await person.leave();
  });
});

describe('a tab that is open', () => {
  it('removes the words of an account that is deleted meanwhile', async () => {
    const { person, account, words } = await withWordsOnTheDevice();
    await accounts().deleteUser(account.uid);
    await signedOut(person.page);
    expect(await placesWith(person.page, words)).toEqual([]);
    await person.leave();
  });

  it('removes the words of somebody who signs out everywhere, and they can sign in again', async () => {
    const { person, account, words } = await withWordsOnTheDevice();
    await endOlderSignIns(account);
    await signedOut(person.page);
    expect(await placesWith(person.page, words)).toEqual([]);
    await signIn(person.page, account);
    await person.leave();
  });

  it('removes the words of an account that was disabled, when the page is reloaded', async () => {
    const { person, account, words } = await withWordsOnTheDevice();
    await accounts().updateUser(account.uid, { disabled: true });
    const loads = countLoads(person.page);
    await person.page.reload();
    await signedOut(person.page);
    expect(loads()).toBe(1);
    expect(await placesWith(person.page, words)).toEqual([]);
    await person.leave();
  });

  it('removes the words after a sign-out in another tab', async () => {
    const { person, words } = await withWordsOnTheDevice();
    const other = await person.context.newPage();
    await other.goto('/settings');
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
    await Promise.all([signedOut(other), signedOut(person.page)]);
    await other.close();
    expect(await placesWith(person.page, words)).toEqual([]);
    await person.leave();
  });

  it('tells somebody who is banned why, and removes the words when they sign out', async () => {
    const { person, account, words } = await withWordsOnTheDevice();
    const { page } = person;
    const now = Timestamp.now();
    await asAdministrator().doc(`sanctions/${account.uid}`).set({
      banned: true,
      denied: [],
      reason: 'Threats against a member',
      by: 'staff',
      at: now,
      until: null,
      validAfter: null,
      kind: 'staff',
    });
    await page.getByRole('heading', { name: 'Your account is suspended' }).waitFor({ timeout: 20_000 });
    await page.getByText('Threats against a member').waitFor();
    expect(await page.getByText(words).count()).toBe(0);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
    await signedOut(page);
    expect(await placesWith(page, words)).toEqual([]);
    await person.leave();
  });
});

it('removes the words after a tab was closed during a sign-out', async () => {
  const { person, words } = await withWordsOnTheDevice();
  await person.page.close();
  const page = await person.context.newPage();
  await forgetAuth(page);
  expect(await placesWith(page, words)).toEqual(['IndexedDB', 'localStorage']);
  await page.goto('/help');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => localStorage.getItem('sameboat.session') === null);
  expect(await placesWith(page, words)).toEqual([]);
  await person.leave();
});
