import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { composer, mainNavigation, messageLog, signIn } from './screens.ts';
import { type Account, createAccount, createCommunity, createGroupChat } from './suite/world.ts';

let browser: Browser;
let ada: Account;
beforeAll(async () => {
  browser = await launchBrowser();
  ada = await createAccount('Ada');
  const community = await createCommunity([ada]);
  for (let made = 0; made < 20; made += 1) await createGroupChat(community, [ada]);
});
afterAll(() => browser.close());

const rows = (page: Page) =>
  page.getByRole('region', { name: 'Chats' }).getByRole('link', { name: /^Evening/ });

describe('on a phone', () => {
  it.each(['the arrow', 'the browser'])('%s leads back to the row of the list that was left', async (way) => {
    const person = await openPerson(browser, { viewport: phone });
    const { page } = person;
    await signIn(page, ada);
    await rows(page).nth(19).waitFor({ timeout: 30_000 });
    await rows(page).last().scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    expect(before).toBeGreaterThan(300);
    await rows(page).last().click();
    await composer(page).waitFor();
    if (way === 'the arrow') await page.getByRole('link', { name: 'Back to chats' }).click();
    else await page.goBack();
    await rows(page).last().waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
    // A screen that one goes to, and does not come back to, begins at its top.
    await mainNavigation(page).getByRole('link', { name: 'Chats' }).click();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await person.leave();
  });
});

describe('on a wide window', () => {
  it('opens the chat that was open last, beside the list', async () => {
    const person = await openPerson(browser, { viewport: desktop });
    const { page } = person;
    await signIn(page, ada);
    await rows(page).nth(19).waitFor({ timeout: 30_000 });
    await rows(page).nth(7).click();
    await messageLog(page).waitFor();
    const path = new URL(page.url()).pathname;
    await mainNavigation(page).getByRole('link', { name: 'You' }).click();
    await page.getByRole('heading', { name: 'You', level: 1 }).waitFor();
    await mainNavigation(page).getByRole('link', { name: 'Chats' }).click();
    await messageLog(page).waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
    await person.leave();
  });

  it('keeps the navigation where it is when Help opens, and the list where it was left', async () => {
    const person = await openPerson(browser, { viewport: desktop });
    const { page } = person;
    await signIn(page, ada);
    await rows(page).nth(19).waitFor({ timeout: 30_000 });
    const list = page.getByRole('region', { name: 'Chats' });
    await rows(page).last().scrollIntoViewIfNeeded();
    const before = await list.evaluate((element) => element.scrollTop);
    expect(before).toBeGreaterThan(200);
    const navigation = await mainNavigation(page).elementHandle();
    await page.getByRole('link', { name: 'Help' }).click();
    await page.getByRole('heading', { name: 'Help now', level: 1 }).waitFor();
    expect(await navigation?.evaluate((element) => element.isConnected)).toBe(true);
    await page.goBack();
    await rows(page).last().waitFor();
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(before);
    await person.leave();
  });
});
