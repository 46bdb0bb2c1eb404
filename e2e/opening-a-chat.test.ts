import { Timestamp } from 'firebase-admin/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { messageLog, openChat, signIn } from './screens.ts';
import { asAdministrator } from './suite/suite.ts';
import { createAccount, createCommunity, createGroupChat, writeMessages } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Messages of very different heights: the list cannot guess where its end will be. */
const texts = Array.from(
  { length: 14 },
  (_, index) => `${'One more thing to say. '.repeat((index % 5) * 6)}(${index})`,
);

/** How many pixels of the conversation are below what is in sight. */
const below = (page: Page) =>
  messageLog(page).evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));

for (const [size, viewport] of Object.entries({ phone, desktop })) {
  it(`opens a chat in which everything is read at its very end on a ${size}`, async () => {
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

  it(`opens a chat with something new at the line where it begins on a ${size}`, async () => {
    const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
    const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
    await writeMessages(chat, ada, texts);
    const beforeTheLastTwo = Timestamp.fromMillis(Date.now() - 150_000);
    await asAdministrator().doc(`chats/${chat.id}/members/${ben.uid}`).update({ readAt: beforeTheLastTwo });
    const reader = await openPerson(browser, { viewport });
    await signIn(reader.page, ben);
    await openChat(reader.page, chat);
    const line = messageLog(reader.page).getByText('New', { exact: true });
    await vi.waitFor(async () => {
      const place = await line.boundingBox();
      expect(place?.y).toBeGreaterThan(0);
      expect(place?.y).toBeLessThan(viewport.height - 100);
    }, 5_000);
    await reader.leave();
  });
}
