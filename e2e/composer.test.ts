import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, type Person, type PersonOptions, phone } from './person.ts';
import { composer, messageLog, openChat, sees, send, signIn } from './screens.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  type GroupChat,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Scene {
  readonly ada: Account;
  readonly ben: Account;
  readonly zoe: Account;
  readonly chat: GroupChat;
  enter(account: Account, options: PersonOptions): Promise<Person>;
}

async function threePeople(): Promise<Scene> {
  const [ada, ben, zoe] = await Promise.all(['Ada', 'Ben', 'Zoe'].map(createAccount));
  if (!ada || !ben || !zoe) throw new Error('three accounts were to be created');
  await asAdministrator().doc(`users/${zoe.uid}`).update({ displayName: 'Zoë Müller' });
  const chat = await createGroupChat(await createCommunity([ada, ben, zoe]), [ada, ben, zoe]);
  const enter = async (account: Account, options: PersonOptions) => {
    const person = await openPerson(browser, options);
    await signIn(person.page, account);
    await openChat(person.page, chat);
    return person;
  };
  return { ada, ben, zoe, chat, enter };
}

const people = (page: Page) => page.getByRole('listbox', { name: 'People to mention' });
const person = (page: Page, name: RegExp) => people(page).getByRole('option', { name });
const written = (page: Page) => composer(page).inputValue();
const typing = (page: Page, words: string) => page.getByText(words, { exact: true });

async function turn(page: Page, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).click();
}

const messagesOf = async (chat: GroupChat) => {
  const found = await asAdministrator().collection(`chats/${chat.id}/messages`).orderBy('createdAt').get();
  return found.docs.map((message) => message.data());
};

const settingsOf = async ({ uid }: Account) =>
  (await asAdministrator().doc(`users/${uid}/private/settings`).get()).data();

it('mentions people by keyboard and by touch, shows who is typing, and keeps it all in a draft', async () => {
  const { ada, ben, zoe, chat, enter } = await threePeople();
  const wide = await enter(ada, { viewport: desktop });
  const narrow = await enter(ben, { viewport: phone, touch: true });
  const list = await openPerson(browser, { viewport: phone });
  await signIn(list.page, zoe);

  // By name whatever the accents, with Tab; then another with the arrows and Enter, which sends nothing.
  await composer(wide.page).focus();
  await wide.page.keyboard.type('Hi @zoe m');
  await person(wide.page, /Zoë Müller/).waitFor();
  expect(await composer(wide.page).getAttribute('aria-activedescendant')).toBe(
    await person(wide.page, /Zoë Müller/).getAttribute('id'),
  );
  await typing(narrow.page, 'Ada is typing').waitFor();
  await wide.page.keyboard.press('Tab');
  await expect.poll(() => written(wide.page)).toBe('Hi @Zoë Müller ');
  await people(wide.page).waitFor({ state: 'detached' });
  await wide.page.keyboard.type('and @');
  await person(wide.page, /Ben/).waitFor();
  expect(await person(wide.page, /Ada/).count()).toBe(0);
  await wide.page.keyboard.press('Escape');
  await people(wide.page).waitFor({ state: 'detached' });
  await wide.page.keyboard.press('Backspace');
  await wide.page.keyboard.type(`@${ben.handle}`);
  await person(wide.page, /Ben/).waitFor();
  await wide.page.keyboard.press('Enter');
  await expect.poll(() => written(wide.page)).toBe('Hi @Zoë Müller and @Ben ');

  // Changed by hand it is no mention; chosen again it is. A reload keeps both.
  await wide.page.keyboard.press('Backspace');
  await wide.page.keyboard.press('Backspace');
  await person(wide.page, /Ben/).waitFor();
  await wide.page.keyboard.press('Enter');
  await wide.page.reload();
  await expect.poll(() => written(wide.page)).toBe('Hi @Zoë Müller and @Ben ');
  await composer(wide.page).press('Enter');

  await messageLog(narrow.page).getByRole('link', { name: '@Zoë Müller' }).waitFor();
  await messageLog(narrow.page).getByText('@Ben (you)').waitFor();
  await typing(narrow.page, 'Ada is typing').waitFor({ state: 'detached' });
  expect(await messagesOf(chat)).toMatchObject([
    { text: 'Hi \u2068@Zoë Müller\u2069 and \u2068@Ben\u2069', mentions: [zoe.uid, ben.uid] },
  ]);
  const row = list.page.getByRole('link', { name: new RegExp(chat.name) });
  await row.getByText('You are mentioned').waitFor();
  await row.getByText('Hi @Zoë Müller and @Ben').waitFor();

  // On a phone: chosen with a finger; Enter starts a line until that is chosen otherwise.
  await composer(narrow.page).tap();
  await narrow.page.keyboard.type('Thanks @ad');
  await person(narrow.page, /Ada/).tap();
  await expect.poll(() => written(narrow.page)).toBe('Thanks @Ada ');
  await narrow.page.keyboard.press('Enter');
  await narrow.page.keyboard.type('See you');
  await narrow.page.getByRole('button', { name: 'Send', exact: true }).tap();
  await messageLog(wide.page).getByText('@Ada (you)').waitFor();
  await narrow.page.goto('/settings');
  await turn(narrow.page, 'Enter sends');
  await openChat(narrow.page, chat);
  await composer(narrow.page).tap();
  await narrow.page.keyboard.type('Soon');
  await narrow.page.keyboard.press('Enter');
  await sees(wide.page, 'Soon');
  await wide.page.locator('[aria-live="polite"]', { hasText: /^Ben: Soon/ }).waitFor({ state: 'attached' });

  // A new name is shown where the old one was written; a note goes with the message.
  await asAdministrator().doc(`users/${ben.uid}`).update({ displayName: 'Benno' });
  await wide.page.getByRole('button', { name: 'Add a content note' }).click();
  await wide.page.getByRole('textbox', { name: 'Content note' }).fill('about sleep');
  await wide.page.reload();
  await messageLog(wide.page).getByRole('link', { name: '@Benno' }).waitFor();
  expect(await wide.page.getByRole('textbox', { name: 'Content note' }).inputValue()).toBe('about sleep');
  await send(wide.page, 'It was a long night');
  await expect.poll(async () => (await messagesOf(chat)).at(-1)?.contentNote).toBe('about sleep');
  await Promise.all([wide.leave(), narrow.leave(), list.leave()]);
});

it('shows typing, reading and people to mention only to those who share them, and not across a block', async () => {
  const { ada, ben, zoe, chat, enter } = await threePeople();
  await asAdministrator().doc(`users/${ada.uid}/blocks/${ben.uid}`).set({ since: new Date() });
  const wide = await enter(ada, { viewport: desktop });
  const narrow = await enter(ben, { viewport: phone });
  const third = await enter(zoe, { viewport: desktop });

  // Ben and Zoë type: they see each other, and Ada sees Zoë alone. Nobody sees Ada.
  await composer(narrow.page).pressSequentially('Ben begins');
  await typing(third.page, 'Ben is typing').waitFor();
  await composer(third.page).pressSequentially('Zoë begins');
  await typing(narrow.page, 'Zoë Müller is typing').waitFor();
  await typing(wide.page, 'Zoë Müller is typing').waitFor();
  await composer(wide.page).pressSequentially('Hello @');
  await person(wide.page, /Zoë Müller/).waitFor();
  expect(await person(wide.page, /Ben/).count()).toBe(0);
  await send(wide.page, 'Hello to all');
  await sees(third.page, 'Hello to all');
  const marks = asAdministrator().collection(`chats/${chat.id}/typing`);
  expect((await marks.get()).docs.map(({ id }) => id).sort()).toEqual([ben.uid, zoe.uid].sort());
  await composer(narrow.page).fill('');
  await composer(third.page).fill('');
  await expect.poll(async () => (await marks.get()).size).toBe(0);
  await typing(narrow.page, 'Zoë Müller is typing').waitFor({ state: 'detached' });

  // Turned off, it is neither sent nor shown.
  await third.page.goto('/settings');
  await turn(third.page, 'Show when you are typing');
  await turn(third.page, 'Read receipts');
  await expect.poll(() => settingsOf(zoe)).toMatchObject({ typing: false, readReceipts: true });
  await openChat(third.page, chat);
  await send(third.page, 'Who is here?');
  await sees(narrow.page, 'Who is here?');
  expect((await marks.get()).size).toBe(0);

  // Ben reads it and gives no receipt; then he does.
  await messageLog(third.page).getByText('Sent', { exact: true }).waitFor();
  await narrow.page.goto('/settings');
  await turn(narrow.page, 'Read receipts');
  await expect.poll(() => settingsOf(ben)).toMatchObject({ typing: true, readReceipts: true });
  await openChat(narrow.page, chat);
  await messageLog(third.page).getByText('Read by Ben').waitFor();
  await Promise.all([wide.leave(), narrow.leave(), third.leave()]);
});
