import { readFileSync } from 'node:fs';
import { getStorage } from 'firebase-admin/storage';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson } from './person.ts';
import { go, signIn } from './screens.ts';
import { accounts, asAdministrator } from './suite/suite.ts';
import {
  createAccount,
  createCommunity,
  createGroupChat,
  storedTexts,
  unique,
  writeMessages,
} from './suite/world.ts';

/** A function that nobody has called before takes a while to answer on a busy machine. */
const coldMs = 40_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  // The suite starts a process for each function at its first call, which takes long on a busy machine.
  await Promise.all(['exportMyData', 'deleteMyAccount'].map(wake));
}, 120_000);
afterAll(() => browser.close());

/** Resolves when a callable answers, here that nobody is signed in. */
async function wake(name: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const url = `${process.env.SAMEBOAT_FUNCTIONS_URL}/${name}`;
  expect((await fetch(url, { method: 'POST', headers, body: '{"data":null}' })).status).toBe(401);
}

it('saves everything that is stored about a person, deletes it, and ends with a kind word', async () => {
  const [ben, ada] = await Promise.all([createAccount('Ben'), createAccount('Ada')]);
  const community = await createCommunity([ben, ada]);
  const chat = await createGroupChat(community, [ben, ada]);
  const [words, answer] = [`Words of Ada ${unique()}`, `Words of Ben ${unique()}`];
  await writeMessages(chat, ada, [words]);
  await writeMessages(chat, ben, [answer]);
  const picture = `users/${ada.uid}/avatar/${'p'.repeat(20)}`;
  // As functions leave one that they have checked.
  const checked = { metadata: { metadata: { checked: '1' } } };
  await getStorage(accounts().app)
    .bucket('demo-sameboat.appspot.com')
    .file(picture)
    .save('RIFF....WEBP', checked);
  const { page, leave } = await openPerson(browser, { expectedErrors: [/status of (400|401|403)/] });
  await signIn(page, ada);
  await go(page, 'You');
  const saved = page.waitForEvent('download', { timeout: coldMs });
  await page.getByRole('button', { name: 'Export my data' }).click();
  const zip = readFileSync(await (await saved).path(), 'utf8');
  for (const part of [
    'README.txt',
    'profile.json',
    ada.email,
    `@${ada.handle}`.slice(1),
    words,
    'pictures/pppp',
  ]) {
    expect(zip).toContain(part);
  }
  expect(zip).not.toContain(answer);
  await page.getByText('Look where your browser keeps downloads.').waitFor();

  await page.getByRole('link', { name: 'Delete account' }).click();
  await page.getByRole('heading', { name: 'What stays' }).waitFor();
  await page.getByLabel('Your handle').fill(`@${ada.handle}`);
  await page.getByLabel('Your password', { exact: true }).fill('another harbour');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('That is not your password.').waitFor();
  await page.getByLabel('Your password', { exact: true }).fill(ada.password);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('Thank you for having been here.').waitFor({ timeout: coldMs });
  await page.getByRole('link', { name: 'Find your people' }).waitFor();

  await vi.waitFor(
    async () =>
      expect(
        await accounts()
          .getUser(ada.uid)
          .catch((error) => error.code),
      ).toBe('auth/user-not-found'),
    { timeout: coldMs, interval: 200 },
  );
  expect((await asAdministrator().doc(`users/${ada.uid}`).get()).exists).toBe(false);
  expect([...(await storedTexts(chat.id))].sort()).toEqual(['', answer]);
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('sameboat.')));
  await vi.waitFor(async () => expect(await kept()).toEqual([]));
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The e-mail or the password is wrong.').waitFor();
  await leave();
}, 120_000);

it('names the communities that need another founder first, and deletes nothing', async () => {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const community = await createCommunity([ada, ben]);
  const { page, leave } = await openPerson(browser, { viewport: desktop, expectedErrors: [/status of 400/] });
  await signIn(page, ada);
  await page.goto('/settings/delete-account');
  await page.getByLabel('Your handle').fill('somebody_else');
  await page.getByLabel('Your password', { exact: true }).fill(ada.password);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('This is not your handle.').waitFor();
  await page.getByLabel('Your handle').fill(ada.handle);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('Hand it over or delete it first.').waitFor({ timeout: coldMs });
  expect(await page.getByLabel('Your handle').inputValue()).toBe(ada.handle);
  expect((await asAdministrator().doc(`users/${ada.uid}`).get()).exists).toBe(true);
  await page.getByRole('link', { name: community.name }).click();
  await page.getByRole('heading', { name: community.name, level: 1 }).waitFor();
  await leave();
});
