import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { messageTombstone } from '@sameboat/model/message';
import { FieldValue } from 'firebase-admin/firestore';
import type { Browser, Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, type PersonOptions, phone } from './person.ts';
import { composer, go, messageLog, openChat, sees, send, signIn } from './screens.ts';
import { storedIn } from './suite/pictures.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  type GroupChat,
  unique,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Longer than anything on the way of a picture takes on a busy machine: the first one starts a function. */
const patience = { timeout: 40_000 };
const testPatienceMs = 150_000;

/** What a browser says when its line is cut, when something is sent twice, and of what is looked for and not there. */
const noise = [
  /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|ERR_FAILED|Failed to fetch|offline/i,
  /status of 40[34] .*(documents:commit|\/v0\/b\/)/,
];

async function file(name: string, background: string, width = 60, height = 40) {
  const picture = sharp({ create: { width, height, channels: 3, background } });
  return { name, mimeType: 'image/png', buffer: await picture.png().toBuffer() };
}

type File = Awaited<ReturnType<typeof file>>;

async function attach(page: Page, files: readonly File[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add pictures' }).click();
  await (await chooser).setFiles([...files]);
}

const ready = (page: Page) => page.getByRole('status').getByText('Ready to send');
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
const alts = (page: Page) => page.getByRole('textbox', { name: /^Description \d/ });
const tiles = (page: Page) => messageLog(page).getByRole('button', { name: /^(?:Show|Open) picture/ });

async function names(page: Page): Promise<(string | null)[]> {
  return tiles(page).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
}

/** Whether each picture of the conversation is here, and blurred. */
const looks = (page: Page) =>
  tiles(page).evaluateAll((buttons) =>
    buttons.map((button) => {
      const image = button.querySelector('img');
      if (image === null || image.naturalWidth === 0) return 'missing';
      return getComputedStyle(image).filter.includes('blur') ? 'blurred' : 'clear';
    }),
  );

async function open(account: Account, options: PersonOptions = {}) {
  const person = await openPerson(browser, { expectedErrors: noise, ...options });
  person.context.setDefaultTimeout(patience.timeout);
  await signIn(person.page, account);
  return person;
}

async function storedMessages(chatId: string) {
  const found = await asAdministrator().collection(`chats/${chatId}/messages`).orderBy('createdAt').get();
  return found.docs.map((message) => ({
    id: message.id,
    text: String(message.get('text')),
    alts: message.get('images').map(({ alt }: { alt: string }) => alt),
    paths: message.get('images').map(({ path }: { path: string }) => path),
  }));
}

it(
  'pictures are described, sent with words, blurred for somebody who does not know the sender, seen large, and gone with the message',
  async () => {
    const [ada, ben] = await Promise.all(['Ada', 'Ben'].map(createAccount));
    if (!ada || !ben) throw new Error('two accounts were to be created');
    const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
    const [adas, bens] = await Promise.all([
      open(ada, { viewport: desktop }),
      open(ben, { viewport: phone, touch: true }),
    ]);
    await Promise.all([openChat(adas.page, chat), openChat(bens.page, chat)]);

    const colours = ['#a33', '#3a3', '#33a', '#aa3', '#3aa', '#a3a', '#333'];
    const files = await Promise.all(
      colours.map((colour, index) => file(`${index}.png`, colour, 60, 40 + index)),
    );
    await attach(adas.page, [
      ...files,
      { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') },
    ]);
    await adas.page.getByText('A message can have 6 pictures. 2 were left out.').waitFor();
    await ready(adas.page).waitFor();
    for (const last of [6, 5, 4])
      await adas.page.getByRole('button', { name: `Remove picture ${last}` }).click();
    await attach(adas.page, [{ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') }]);
    await adas.page.getByText(/^page\.png: This is not a picture we can read\./).waitFor();
    await alts(adas.page).nth(1).fill('A green field');
    const words = `what I saw today ${unique()}`;
    await composer(adas.page).fill(words);
    await composer(adas.page).press('Enter');
    await sees(adas.page, words);
    await expect
      .poll(() => names(adas.page))
      .toStrictEqual(['Open picture 1 of 3', 'Open picture 2 of 3: A green field', 'Open picture 3 of 3']);
    expect(await alts(adas.page).count()).toBe(0);

    await messageLog(bens.page).getByText(words).waitFor(patience);
    await expect.poll(() => looks(bens.page)).toStrictEqual(['blurred', 'blurred', 'blurred']);
    await expect.poll(() => looks(adas.page)).toStrictEqual(['clear', 'clear', 'clear']);
    const [message] = await storedMessages(chat.id);
    expect(message?.alts).toStrictEqual(['', 'A green field', '']);
    expect(await storedIn(`chats/${chat.id}/images/${ada.uid}`)).toStrictEqual(
      [...(message?.paths ?? [])].sort(),
    );
    expect((await asAdministrator().collection(`users/${ada.uid}/uploads`).get()).size).toBe(0);

    const second = bens.page.getByRole('button', { name: 'Show picture 2 of 3: A green field' });
    await second.tap();
    await expect.poll(() => looks(bens.page)).toStrictEqual(['clear', 'clear', 'clear']);
    const opener = bens.page.getByRole('button', { name: 'Open picture 2 of 3: A green field' });
    await opener.tap();
    const viewer = bens.page.getByRole('dialog', { name: 'Picture 2 of 3' });
    await viewer.getByRole('img', { name: 'A green field' }).waitFor();
    await bens.page.keyboard.press('ArrowRight');
    await bens.page.getByRole('dialog', { name: 'Picture 3 of 3' }).waitFor();
    await bens.page.keyboard.press('ArrowLeft');
    await viewer.waitFor();
    const width = async () => (await viewer.getByRole('img').boundingBox())?.width ?? 0;
    const before = await width();
    await bens.page.keyboard.press('+');
    await expect.poll(width).toBeCloseTo(before * 1.5, 0);
    // The browser's way back leads to the chat.
    await bens.page.goBack();
    await viewer.waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await opener.press('Enter');
    await viewer.waitFor();
    await bens.page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await messageLog(bens.page).waitFor();

    // Who has answered somebody knows them.
    await send(bens.page, 'That is a good green.');
    await sees(adas.page, 'That is a good green.');
    await attach(adas.page, [await file('one.png', '#073', 800, 600)]);
    await ready(adas.page).waitFor();
    await sendButton(adas.page).click();
    await expect.poll(() => looks(bens.page), patience).toStrictEqual(['clear', 'clear', 'clear', 'clear']);
    await bens.page.getByRole('link', { name: 'Back to chats' }).click();
    await bens.page.getByRole('link', { name: new RegExp(`${chat.name}.*Picture`) }).waitFor();

    await asAdministrator()
      .doc(`chats/${chat.id}/messages/${message?.id}`)
      .update({ ...messageTombstone(FieldValue.serverTimestamp()) });
    await messageLog(adas.page).getByText('Message deleted').waitFor();
    await expect.poll(() => storedIn(`chats/${chat.id}/images/${ada.uid}`), patience).toHaveLength(1);
    await Promise.all([adas.leave(), bens.leave()]);
  },
  testPatienceMs,
);

/** Makes the next request that matches fail, after the server has had it or before. Resolves when that has happened. */
async function cut(
  page: Page,
  url: RegExp,
  when: 'before' | 'after',
  body = '',
): Promise<() => Promise<void>> {
  let fallen: () => void = () => {};
  const fell = new Promise<void>((resolve) => {
    fallen = resolve;
  });
  let isDone = false;
  const handler = async (route: Route) => {
    if (
      isDone ||
      route.request().method() === 'OPTIONS' ||
      !(route.request().postData() ?? '').includes(body)
    )
      return route.fallback();
    isDone = true;
    if (when === 'after') await route.fetch().catch(() => {});
    fallen();
    return route.abort('connectionfailed');
  };
  await page.route(url, handler);
  return async () => {
    await fell;
    await page.unroute(url, handler);
  };
}

it(
  'a message with pictures arrives once, although the connection is cut at each step, and waits through a reload',
  async () => {
    const [ada, ben] = await Promise.all(['Ada', 'Ben'].map(createAccount));
    if (!ada || !ben) throw new Error('two accounts were to be created');
    const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
    const [adas, bens] = await Promise.all([open(ada), open(ben, { viewport: desktop })]);
    const { page } = adas;
    await Promise.all([openChat(page, chat), openChat(bens.page, chat)]);
    const commit = /documents:commit/;
    const storage = /\/v0\/b\//;
    const steps: [string, RegExp, 'before' | 'after', string][] = [
      ['the ticket is asked for', commit, 'before', 'uploads/'],
      ['the ticket is granted', commit, 'after', 'uploads/'],
      ['the picture leaves', storage, 'before', ''],
      ['the message leaves', commit, 'before', 'pace/message'],
      ['the message has arrived', commit, 'after', 'pace/message'],
    ];
    const sent: string[] = [];
    for (const [step, url, when, body] of steps) {
      const fell = await cut(page, url, when, body);
      await attach(page, [await file('a.png', '#073')]);
      await ready(page).waitFor();
      const words = `cut when ${step} ${unique()}`;
      sent.push(words);
      await send(page, words);
      await sees(page, words);
      await fell();
      await messageLog(bens.page).getByText(words).waitFor(patience);
    }

    // Storage does not answer, the connection is lost, and the page is loaded anew while two pictures wait.
    await page.route(storage, () => {});
    await attach(page, [await file('a.png', '#730', 300, 200), await file('b.png', '#037', 300, 200)]);
    await ready(page).waitFor();
    const waiting = `through a reload ${unique()}`;
    await send(page, waiting);
    await messageLog(page).getByRole('progressbar', { name: 'Uploading' }).waitFor();
    await adas.context.setOffline(true);
    await messageLog(page).getByRole('progressbar', { name: 'Waiting' }).waitFor();
    const after = `after the pictures ${unique()}`;
    await send(page, after);
    await adas.context.setOffline(false);
    await page.reload();
    await sees(page, waiting);
    // They are drawn from this device: nothing of them has left it.
    await expect.poll(async () => (await looks(page)).slice(-2)).toStrictEqual(['clear', 'clear']);
    await page.unroute(storage);
    await sees(bens.page, after);
    await expect.poll(() => tiles(bens.page).count()).toBe(steps.length + 2);
    const messages = await storedMessages(chat.id);
    expect(messages.map(({ text }) => text)).toStrictEqual([...sent, waiting, after]);
    expect(await storedIn(`chats/${chat.id}/images/${ada.uid}`)).toStrictEqual(
      messages.flatMap(({ paths }) => paths).sort(),
    );
    await expect
      .poll(async () => (await asAdministrator().collection(`users/${ada.uid}/uploads`).get()).size)
      .toBe(0);
    await Promise.all([adas.leave(), bens.leave()]);
  },
  testPatienceMs,
);

/** What is kept on this device of pictures that wait. */
const shelf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('sameboat-pictures');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('unsent')) return resolve(0);
          const counting = database.transaction('unsent').objectStore('unsent').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );

it(
  'an upload that is cancelled leaves nothing, a private chat blurs what the other sends, and signing out empties the device',
  async () => {
    const [ada, ben] = await Promise.all(['Ada', 'Ben'].map(createAccount));
    if (!ada || !ben) throw new Error('two accounts were to be created');
    const chat = await createPrivateChat(ada, ben);
    const [adas, bens] = await Promise.all([open(ada), open(ben, { viewport: desktop })]);
    await Promise.all([openChat(adas.page, chat), openChat(bens.page, chat)]);
    await send(bens.page, 'Show me.');
    await sees(adas.page, 'Show me.');
    const folder = `chats/${chat.id}/images/${ada.uid}`;

    await adas.page.route(/\/v0\/b\//, () => {});
    await attach(adas.page, [await file('a.png', '#730')]);
    await ready(adas.page).waitFor();
    await sendButton(adas.page).click();
    await messageLog(adas.page).getByRole('progressbar', { name: 'Uploading' }).waitFor();
    await adas.page.getByRole('button', { name: 'Cancel this picture' }).click();
    await expect.poll(() => tiles(adas.page).count()).toBe(0);
    await adas.page.unroute(/\/v0\/b\//);
    await expect.poll(() => shelf(adas.page)).toBe(0);
    await expect
      .poll(async () => (await asAdministrator().collection(`users/${ada.uid}/uploads`).get()).size)
      .toBe(0);
    expect(await storedIn(folder)).toStrictEqual([]);

    await attach(adas.page, [await file('b.png', '#037')]);
    await ready(adas.page).waitFor();
    await sendButton(adas.page).click();
    await expect.poll(() => looks(bens.page), patience).toStrictEqual(['blurred']);
    // An answer makes no difference between two.
    await send(bens.page, 'Thank you.');
    await sees(adas.page, 'Thank you.');
    expect(await looks(bens.page)).toStrictEqual(['blurred']);
    expect(await looks(adas.page)).toStrictEqual(['clear']);
    await tiles(bens.page).press('Enter');
    await expect.poll(() => looks(bens.page)).toStrictEqual(['clear']);
    await expect.poll(() => shelf(adas.page)).toBe(0);

    await adas.context.setOffline(true);
    await attach(adas.page, [await file('c.png', '#370')]);
    await ready(adas.page).waitFor();
    await sendButton(adas.page).click();
    await messageLog(adas.page).getByRole('progressbar', { name: 'Waiting' }).waitFor();
    expect(await shelf(adas.page)).toBe(1);
    await adas.page.getByRole('link', { name: 'Back to chats' }).click();
    await go(adas.page, 'You');
    await adas.page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await adas.page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
    await adas.context.setOffline(false);
    await adas.page.getByRole('link', { name: 'Find your people' }).waitFor();
    expect(await shelf(adas.page)).toBe(0);
    await Promise.all([adas.leave(), bens.leave()]);
  },
  testPatienceMs,
);

/** A private chat that was accepted. */
async function createPrivateChat(one: Account, other: Account): Promise<GroupChat> {
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const id = directChatId(one.uid, other.uid);
  const batch = firestore.batch();
  batch.set(firestore.doc(`chats/${id}`), {
    ...newDirectChat(one.uid, other.uid, 'A'.repeat(20), now),
    state: 'open',
  });
  for (const { uid } of [one, other]) batch.set(firestore.doc(chatMemberPath(id, uid)), chatJoiner(uid, now));
  await batch.commit();
  return { id, name: other.name };
}
