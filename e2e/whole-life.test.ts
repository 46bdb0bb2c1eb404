import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { addGoogleAccount, chooseGoogleAccount, openGooglePerson } from './google.ts';
import { go, joinChat, mainNavigation, sees, send } from './screens.ts';
import { storedIn } from './suite/pictures.ts';
import { accounts, asAdministrator } from './suite/suite.ts';
import { createAccount, createCommunity, createGroupChat, unique } from './suite/world.ts';

/** A function that nobody has called before takes a while to answer on a busy machine. */
const patience = { timeout: 40_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('somebody comes in with Google, shows a picture, finds people nearby, leaves again, and nothing of them is left', async () => {
  const mira = await createAccount('Mira');
  const community = await createCommunity([mira]);
  const chat = await createGroupChat(community, [mira]);
  const firestore = asAdministrator();
  const { page, leave } = await openGooglePerson(browser);
  const [handle, email] = [`nia_${unique()}`, `nia_${unique()}@example.com`];

  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await addGoogleAccount(page, email);
  await page.getByLabel('Handle').fill(handle);
  await page.getByLabel('Display name').fill('Nia');
  await page.getByText('I am 16 or older', { exact: true }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Set up later' }).click();
  await mainNavigation(page).waitFor();
  const { uid } = await accounts().getUserByEmail(email);

  await go(page, 'You');
  const pictures = page.getByRole('group', { name: 'Your picture', exact: true });
  const chooser = page.waitForEvent('filechooser');
  await pictures.getByRole('button', { name: 'Choose a picture' }).click();
  const square = { width: 300, height: 300, channels: 3 as const, background: '#2a7' };
  const buffer = await sharp({ create: square }).jpeg().toBuffer();
  await (await chooser).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Use this part' }).click();
  await pictures.getByText('Saved.', { exact: true }).waitFor(patience);

  await go(page, 'Discover');
  const place = page.getByRole('combobox', { name: 'Place' });
  await place.fill('Potsdam');
  await place.press('Enter');
  await page.getByRole('link', { name: community.name }).click();
  await page.getByRole('button', { name: 'Join community' }).click();
  const question = page.getByRole('dialog', { name: 'Join this community' });
  await question.getByText('I have read the rules and will keep them').click();
  await question.getByRole('button', { name: 'Join', exact: true }).click();
  const membership = firestore.doc(`communities/${community.id}/members/${uid}`);
  await page.getByText('Show me in this community’s member list').click();
  await expect.poll(async () => (await membership.get()).get('listed')).toBe(true);
  await joinChat(page);
  await send(page, 'Good to have found you');
  await sees(page, 'Good to have found you');
  await page.goto(`/communities/${community.id}`);
  await page.getByRole('button', { name: 'Leave community' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect.poll(async () => (await membership.get()).exists).toBe(false);

  await page.goto('/settings/delete-account');
  const saved = page.waitForEvent('download', patience);
  await page.getByRole('button', { name: 'Export my data' }).click();
  await saved;
  await page.getByRole('button', { name: 'Confirm with Google' }).click();
  await chooseGoogleAccount(page, email);
  await page.getByLabel('Your handle').fill(handle);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('Thank you for having been here.').waitFor(patience);

  const gone = () =>
    accounts()
      .getUser(uid)
      .catch((error) => error.code);
  await expect.poll(gone, patience).toBe('auth/user-not-found');
  expect(await storedIn(`users/${uid}`)).toEqual([]);
  expect((await firestore.doc(`handles/${handle}`).get()).exists).toBe(false);
  const messages = await firestore.collection(`chats/${chat.id}/messages`).get();
  expect(messages.docs.map((message) => message.get('text'))).toEqual(['']);
  expect((await firestore.doc(`users/${uid}`).listCollections()).map(({ id }) => id)).toEqual([]);
  await leave();
}, 180_000);
