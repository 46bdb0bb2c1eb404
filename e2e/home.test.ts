import { defaultHome } from '@sameboat/model/home';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { composer, fillSignUp, go, messageLog, openChat, sees, send, signIn } from './screens.ts';
import { asAdministrator } from './suite/suite.ts';
import { comeHome, createAccount, newcomer, unique } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The first answer waits for a function that has not run yet. */
const patience = { timeout: 30_000 };

const homeRow = (page: Page) =>
  page.getByRole('list', { name: 'Chats' }).getByRole('link', { name: /^Home/ });

/** The messages that are read out as Otter's. */
const answers = (page: Page) => messageLog(page).getByRole('article', { name: /^Otter, bot/ });

it('is where somebody lands who signs up, meets the others and is answered by Otter', async () => {
  const ben = await createAccount('Ben');
  const home = await comeHome(ben);
  const [nia, other] = await Promise.all([
    openPerson(browser, { viewport: phone }),
    openPerson(browser, { viewport: desktop }),
  ]);
  await signIn(other.page, ben);
  await openChat(other.page, home);

  await nia.page.goto('/sign-up');
  await fillSignUp(nia.page, newcomer('Nia'));
  await nia.page.getByRole('button', { name: 'Create account' }).click();
  await nia.page.getByRole('button', { name: 'Set up later' }).click();
  await go(nia.page, 'Chats');
  await homeRow(nia.page).getByLabel('Muted').waitFor();
  await homeRow(nia.page).click();
  await nia.page.getByText('Everyone with an account can read this.').waitFor();
  await nia.page
    .getByRole('region', { name: 'About this chat' })
    .getByText(/Otter is a bot/)
    .waitFor();

  const hello = `Hello from ${unique()}`;
  await send(nia.page, hello);
  await sees(other.page, hello);
  const sum = 1000 + Math.floor(Math.random() * 9_000);
  await send(other.page, `Hey Otter, what is ${sum} times 7?`);
  const answer = `That is ${new Intl.NumberFormat('en').format(sum * 7)}.`;
  for (const { page } of [other, nia]) {
    await answers(page).filter({ hasText: answer }).waitFor(patience);
    await messageLog(page).getByText('Bot', { exact: true }).first().waitFor();
  }

  // The time is that of Nia's own device, which her settings now hold.
  await send(nia.page, 'hey otter, what time is it?');
  await answers(nia.page)
    .getByText(/^It is \d\d:\d\d where you are\.$/)
    .first()
    .waitFor(patience);
  const zone = await nia.page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { docs } = await asAdministrator().collection('users').where('displayName', '==', 'Nia').get();
  const zones = docs.map(({ ref }) => ref.collection('private').doc('settings').get());
  expect((await Promise.all(zones)).map((settings) => settings.get('timeZone'))).toContain(zone);
  await Promise.all([nia.leave(), other.leave()]);
});

it('shows nobody who is there, and can be left and come back to', async () => {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const home = await comeHome(ada, ben);
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ada);
  await openChat(page, home);
  await page.getByRole('button', { name: 'About this chat' }).click();
  const details = page.getByRole('complementary', { name: 'About this chat' });
  await details.getByText(defaultHome.about).waitFor();
  expect(await details.getByRole('heading', { name: 'Members' }).count()).toBe(0);
  expect(await details.getByText(ben.name).count()).toBe(0);

  await details.getByRole('button', { name: 'Leave chat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByText('Your chats will be here').waitFor();

  await go(page, 'You');
  await page.getByRole('link', { name: 'Open home chat' }).click();
  await page.getByRole('button', { name: 'Join chat' }).click();
  await composer(page).waitFor();
  await homeRow(page).getByLabel('Muted').waitFor();
  await leave();
});

it('has a bot that says what it is, and a breathing exercise for whoever asks', async () => {
  const ada = await createAccount('Ada');
  const home = await comeHome(ada);
  const { page, leave } = await openPerson(browser, { viewport: phone });
  await signIn(page, ada);
  await openChat(page, home);
  await page.getByRole('link', { name: 'What Otter can do' }).click();
  await page.getByText(/Otter is a program, not a person/).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('region', { name: 'About this chat' }).waitFor({ state: 'detached' });

  await send(page, 'Hey Otter, help me breathe');
  await answers(page).getByRole('link', { name: 'Open the breathing exercise' }).last().click();
  await page.getByRole('heading', { name: 'Breathe with the circle' }).waitFor();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('status').filter({ hasText: 'Breathe in' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Hold' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start' }).waitFor();
  await leave();
});
