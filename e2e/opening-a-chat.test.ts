import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { messageLog, openChat, signIn } from './screens.ts';
import { writeHistory } from './suite/history.ts';
import { createAccount, createCommunity, createGroupChat, writeMessages } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Messages of very different heights, so that the list cannot guess where its end will be. */
const texts = Array.from(
  { length: 14 },
  (_, index) => `${'One more thing to say. '.repeat((index % 5) * 6)}(${index})`,
);

/** How many pixels of the conversation are below the part in sight. */
const below = (page: Page) =>
  messageLog(page).evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));

for (const [size, viewport] of Object.entries({ phone, desktop })) {
  it(`opens a chat in which everything is read at its end on a ${size}`, async () => {
    const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
    const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
    await writeMessages(chat, ada, texts);
    const reader = await openPerson(browser, { viewport });
    await signIn(reader.page, ben);
    await openChat(reader.page, chat);
    await messageLog(reader.page).getByText('(13)').waitFor();
    await vi.waitFor(async () => expect(await below(reader.page)).toBeLessThanOrEqual(1), 5_000);
    await reader.leave();
  });

  it(`opens a chat with new messages at the first of them on a ${size}`, async () => {
    const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
    const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
    const history = texts.map((text) => ({ sender: ada, text }));
    await writeHistory(chat, ben, history, { unread: 2 });
    const reader = await openPerson(browser, { viewport });
    await signIn(reader.page, ben);
    await openChat(reader.page, chat);
    const line = messageLog(reader.page).getByText('New', { exact: true });
    const lastRead = messageLog(reader.page).getByText('(11)');
    const firstNew = messageLog(reader.page).getByText('(12)');
    await vi.waitFor(async () => {
      const [read, place, fresh] = await Promise.all(
        [lastRead, line, firstNew].map((each) => each.boundingBox()),
      );
      expect(place?.y).toBeGreaterThan(read?.y ?? Number.NaN);
      expect(place?.y).toBeLessThan(fresh?.y ?? Number.NaN);
      expect(fresh?.y).toBeLessThan(viewport.height - 100);
    }, 20_000);
    await reader.leave();
  });
}
