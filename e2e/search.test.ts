import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { messageLog, openChat, signIn } from './screens.ts';
import { createAccount, createCommunity, createGroupChat, writeMessages } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Three pages, with something to find on the oldest. */
const texts = Array.from({ length: 250 }, (_, index) =>
  index === 12 ? 'We met at the Café by the lake' : `one of many, number ${index}`,
);

async function openHistory(viewport: { width: number; height: number }) {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  await writeMessages(chat, ada, texts);
  const reader = await openPerson(browser, { viewport });
  await signIn(reader.page, ben);
  await openChat(reader.page, chat);
  await messageLog(reader.page).getByText('number 249', { exact: false }).waitFor();
  return reader;
}

for (const [size, viewport] of Object.entries({ phone, desktop })) {
  it(`finds an old message by its words and goes to it on a ${size}`, async () => {
    const reader = await openHistory(viewport);
    const { page } = reader;
    await page.getByRole('button', { name: 'Search this chat' }).click();
    const field = page.getByRole('searchbox', { name: 'Search this chat' });
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.fill('cafe LAK');
    const found = page.getByRole('list', { name: 'Messages found' }).getByRole('link');
    await found.first().waitFor();
    await page.getByText('1 message found in the whole chat.').waitFor();
    expect(await found.allInnerTexts()).toEqual([expect.stringContaining('We met at the Café by the lake')]);
    await found.first().click();
    await messageLog(page).getByText('We met at the Café by the lake').waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await reader.leave();
  });
}

it('says that nothing was found, and goes to a day', async () => {
  const reader = await openHistory(desktop);
  const { page } = reader;
  await page.getByRole('button', { name: 'Search this chat' }).click();
  await page.getByRole('searchbox', { name: 'Search this chat' }).fill('zebra');
  await page.getByText('Nothing found in the whole chat.').waitFor();
  await page.getByRole('searchbox', { name: 'Search this chat' }).fill('');
  // Messages are a minute apart.
  const first = await page.evaluate((ago) => {
    const day = new Date(Date.now() - ago);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }, texts.length * 60_000);
  await page.getByLabel('Go to a day').fill(first);
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await messageLog(page).getByText('number 0', { exact: false }).first().waitFor();
  await reader.leave();
});
