import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { addGoogleAccount, openGooglePerson } from './google.ts';
import { appUrl, openPerson } from './person.ts';
import { composer, go, mainNavigation, messageLog, openChat, sees, signIn, signUp } from './screens.ts';
import { linkInMail } from './suite/mail.ts';
import {
  createAccount,
  createCommunity,
  createGroupChat,
  newcomer,
  unique,
  writeMessages,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A sign-in that was ended, a wrong password and a used link are answers that the browser logs by itself. */
const refusals = [/status of (400|401|403)/];

const banner = (page: Page) => page.getByText('Confirm your e-mail address: open the link');

async function change(page: Page, label: string, fields: Record<string, string>, submit: string) {
  await page.getByRole('button', { name: label }).click();
  const window = page.getByRole('dialog', { name: label });
  for (const [field, words] of Object.entries(fields))
    await window.getByLabel(field, { exact: true }).fill(words);
  await window.getByRole('button', { name: submit }).click();
  return window;
}

it('keeps this browser signed in after a new password, with its drafts, and sends the other device to sign-in at once', async () => {
  const ada = await createAccount('Ada');
  const chat = await createGroupChat(await createCommunity([ada]), [ada]);
  const [laptop, phone] = await Promise.all([
    openPerson(browser, { expectedErrors: refusals }),
    openPerson(browser, { expectedErrors: refusals }),
  ]);
  await signIn(phone.page, ada);
  await signIn(laptop.page, ada);
  await openChat(laptop.page, chat);
  await composer(laptop.page).fill('A draft that stays');
  const settings = await laptop.context.newPage();
  await settings.goto('/settings');

  const next = 'a lamp on the pier';
  const window = await change(
    settings,
    'Change password',
    { 'Current password': 'not my password', 'New password': next },
    'Change password',
  );
  await window.getByText('That is not your password. Try again.').waitFor();
  await window.getByLabel('Current password').fill(ada.password);
  await window.getByRole('button', { name: 'Change password' }).click();
  await settings.getByText('Your password is changed.', { exact: false }).waitFor();
  await phone.page
    .getByText('You are signed out on this device.', { exact: false })
    .waitFor({ timeout: 2_000 });

  await signIn(phone.page, { ...ada, password: next });
  await laptop.page.bringToFront();
  expect(await composer(laptop.page).inputValue()).toBe('A draft that stays');

  await settings.getByRole('button', { name: 'Sign out everywhere' }).click();
  await settings.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  for (const page of [settings, laptop.page, phone.page])
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await Promise.all([laptop.leave(), phone.leave()]);
});

it('confirms an address by the link in the e-mail, and a forgotten password ends the older sign-ins', async () => {
  const wishes = newcomer('Bea');
  const bea = await openPerson(browser, { expectedErrors: refusals });
  const { page } = bea;
  await signUp(page, wishes);
  await banner(page).waitFor();
  await page.goto('/communities/new');
  await page.getByText('first confirm your e-mail address', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('We have sent it again', { exact: false }).waitFor();

  const elsewhere = await bea.context.newPage();
  await elsewhere.goto(await linkInMail(wishes.email, 'verifyEmail'));
  await elsewhere.getByRole('heading', { name: 'Your e-mail address is confirmed' }).waitFor();
  expect(new URL(elsewhere.url()).search).toBe('');
  await page.bringToFront();
  await vi.waitFor(async () => expect(await page.getByText('confirm your e-mail').count()).toBe(0), 10_000);

  const owner = await openPerson(browser, { expectedErrors: refusals });
  await owner.page.goto('/reset-password');
  await owner.page.getByLabel('E-mail').fill(wishes.email);
  await owner.page.getByRole('button', { name: 'Send the link' }).click();
  await owner.page.getByText('If there is an account for', { exact: false }).waitFor();
  const link = await linkInMail(wishes.email, 'resetPassword');
  await owner.page.goto(link);
  await owner.page.getByLabel('New password', { exact: true }).fill('a lamp on the pier');
  await owner.page.getByRole('button', { name: 'Save and sign in' }).click();
  await mainNavigation(owner.page).waitFor();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await page.goto(link);
  await page.getByText('This link does not work any more.', { exact: false }).waitFor();

  await go(owner.page, 'You');
  const email = `new_${unique()}@example.com`;
  await change(
    owner.page,
    'Change e-mail',
    { 'E-mail': email, Password: 'a lamp on the pier' },
    'Send the link',
  );
  await owner.page.getByText('Until then everything stays as it is.').waitFor();
  await owner.page.goto(await linkInMail(email, 'verifyAndChangeEmail'));
  await owner.page.getByRole('heading', { name: 'Your e-mail address is changed' }).waitFor();
  await signIn(page, { email, password: 'a lamp on the pier' });
  await Promise.all([bea.leave(), owner.leave()]);
});

it('lets somebody in with Google, asks them for a name and their age, and lets them change both names', async () => {
  const asked: string[] = [];
  const person = await openGooglePerson(browser);
  const { page, context } = person;
  context.on('request', (request) => asked.push(request.url()));
  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
  expect(asked.filter((url) => new URL(url).origin !== appUrl() && /google/.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'Continue with Google' }).click();

  await addGoogleAccount(page, `gil_${unique()}@example.com`);
  await page.getByRole('heading', { name: 'Almost there' }).waitFor();
  const handle = `gil_${unique()}`;
  await page.getByLabel('Handle').fill(handle);
  await page.getByLabel('Display name').fill('Gil');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Sameboat is for people who are 16 or older.').waitFor();
  await page.getByText('I am 16 or older', { exact: true }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Set up later' }).click();
  await mainNavigation(page).waitFor();
  expect(await banner(page).count()).toBe(0);

  await go(page, 'You');
  expect(await page.getByRole('button', { name: 'Change password' }).count()).toBe(0);
  const taken = await createAccount('Ada');
  const window = await change(page, 'Change handle', { Handle: taken.handle }, 'Save');
  await window.getByText('That handle is taken. Try another.').waitFor();
  await window.getByLabel('Handle').fill(`${handle}_2`);
  await window.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your handle is changed.').waitFor();
  await change(page, 'Change display name', { 'Display name': 'Gil the second' }, 'Save');
  await page.getByText('Your display name is changed.').waitFor();
  await page.getByText('Gil the second').first().waitFor();
  await person.leave();
});

it('looks like something else in discreet mode, covers itself, and is gone when Escape is pressed twice', async () => {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben Lake')]);
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  await writeMessages(chat, ben, ['The kettle is on']);
  const { page, leave } = await openPerson(browser);
  await signIn(page, ada);
  await go(page, 'You');
  await page.getByText('Discreet mode', { exact: true }).click();
  await vi.waitFor(async () => expect(await page.title()).toBe('Notes'));
  await openChat(page, chat);
  expect(await page.title()).toBe('Notes');
  expect(await page.locator('link[rel="icon"]').getAttribute('href')).toBe('/notes.svg');
  await messageLog(page).getByText('B. L.').waitFor();
  expect(await page.getByText(/Ben Lake|Evening/).count()).toBe(0);

  const veil = page.getByRole('button', { name: 'Notes Tap to go on' });
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await veil.waitFor();
  await page.locator('#root[inert]').waitFor({ state: 'attached' });
  await veil.click();
  await sees(page, 'The kettle is on');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/notes.html');
  await page.getByRole('textbox', { name: 'Notes' }).waitFor();
  await page.goBack();
  await veil.waitFor();
  await page.locator('#root[inert]').waitFor({ state: 'attached' });
  await leave();
});
