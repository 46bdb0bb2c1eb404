import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPerson, type Person } from './person.ts';
import { composer, fillSignUp, go, sees, signIn } from './screens.ts';
import { createAccount, createCommunity, createGroupChat, newcomer, unique } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A browser reports each refused request of the sign-in service as an error. */
const refusals = [/status of (400|409)/, /ERR_INTERNET_DISCONNECTED|ERR_FAILED/];

async function opened(path: string): Promise<Person> {
  const person = await openPerson(browser, { expectedErrors: refusals });
  await person.page.goto(path);
  return person;
}

/** What is there once somebody has an account: the first step of their profile. */
const setUp = (page: Page) => page.getByRole('heading', { name: 'What brings you here?' });

async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create account' }).click();
}

describe('signing up', () => {
  it('says which handle is taken and keeps everything that was typed', async () => {
    const taken = await createAccount('Ada');
    const person = await opened('/sign-up');
    const wishes = { ...newcomer('Bea'), handle: taken.handle };
    await fillSignUp(person.page, wishes);
    await create(person.page);
    await person.page.getByText('That handle is taken. Try another.').waitFor();
    expect(await person.page.getByLabel('Display name').inputValue()).toBe('Bea');
    await person.page.getByLabel('Handle').fill(`bea_${unique()}`);
    await person.page.getByRole('button', { name: /continue|finish|done|create|save/i }).click();
    await setUp(person.page).waitFor();
    await person.leave();
  });

  it('tells a taken handle while it is typed, before there is an account', async () => {
    const taken = await createAccount('Ada');
    const person = await opened('/sign-up');
    await person.page.getByLabel('Handle').fill(taken.handle);
    await person.page.getByText('That handle is taken. Try another.').waitFor();
    await person.page.getByLabel('Handle').fill(`bea_${unique()}`);
    await person.page.getByText('This handle is free.').waitFor();
    await person.leave();
  });

  it('refuses a password that others have too, and takes one of a few words', async () => {
    const person = await opened('/sign-up');
    await fillSignUp(person.page, { ...newcomer('Bea'), password: 'password123' });
    await create(person.page);
    await person.page.getByText('That password is easy to guess. Add another word or two.').waitFor();
    await person.page.getByLabel('Password', { exact: true }).fill('a bench by the water');
    await create(person.page);
    await setUp(person.page).waitFor();
    await person.leave();
  });

  it('says that an e-mail already has an account', async () => {
    const known = await createAccount('Ada');
    const person = await opened('/sign-up');
    await fillSignUp(person.page, { ...newcomer('Bea'), email: known.email });
    await create(person.page);
    await person.page.getByText('There is already an account with this e-mail. Sign in instead.').waitFor();
    await person.leave();
  });

  it('names each field that is missing something, before anything is sent', async () => {
    const person = await opened('/sign-up');
    await fillSignUp(person.page, { ...newcomer('Bea'), handle: 'x', email: 'nowhere', password: 'short' });
    await create(person.page);
    for (const label of ['Handle', 'E-mail', 'Password']) {
      const field = person.page.getByLabel(label, { exact: true });
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    }
    await person.leave();
  });

  it('tells somebody without a connection what to do', async () => {
    const person = await opened('/sign-up');
    await fillSignUp(person.page, newcomer('Bea'));
    // What the form needs is there before the line is cut, as it is for somebody who has typed all this.
    await person.page.waitForLoadState('networkidle');
    await person.context.setOffline(true);
    await create(person.page);
    await person.page.getByText(/could not reach the server/i).waitFor();
    await person.leave();
  });

  it('gives a handle that two want at the same moment to one of them', async () => {
    const handle = `same_${unique()}`;
    const people = await Promise.all([opened('/sign-up'), opened('/sign-up')]);
    await Promise.all(
      people.map(({ page }, index) => fillSignUp(page, { ...newcomer(`Bea${index}`), handle })),
    );
    await Promise.all(people.map(({ page }) => create(page)));
    const outcomes = await Promise.all(
      people.map(({ page }) =>
        Promise.race([
          page
            .getByText('That handle is taken. Try another.')
            .waitFor()
            .then(() => 'told'),
          setUp(page)
            .waitFor()
            .then(() => 'in'),
        ]),
      ),
    );
    expect(outcomes.sort()).toEqual(['in', 'told']);
    await Promise.all(people.map((person) => person.leave()));
  });
});

describe('signing in', () => {
  it('says that the e-mail or the password is wrong, and not which', async () => {
    const known = await createAccount('Ada');
    const person = await opened('/sign-in');
    for (const wrong of [
      { ...known, password: 'not my password' },
      { ...known, email: `nobody_${unique()}@example.com` },
    ]) {
      await person.page.getByLabel('E-mail').fill(wrong.email);
      await person.page.getByLabel('Password', { exact: true }).fill(wrong.password);
      await person.page.getByRole('button', { name: 'Sign in' }).click();
      await person.page.getByText('The e-mail or the password is wrong.', { exact: false }).waitFor();
      await person.page.reload();
    }
    await person.leave();
  });

  it('brings back to where one wanted to go', async () => {
    const ada = await createAccount('Ada');
    const chat = await createGroupChat(await createCommunity([ada]), [ada]);
    const person = await opened(`/chats/${chat.id}`);
    await person.page.getByLabel('E-mail').fill(ada.email);
    await person.page.getByLabel('Password', { exact: true }).fill(ada.password);
    await person.page.getByRole('button', { name: 'Sign in' }).click();
    await composer(person.page).waitFor();
    await person.leave();
  });
});

it('leaves nothing of a person behind on the device when they sign out', async () => {
  const ada = await createAccount('Ada');
  const chat = await createGroupChat(await createCommunity([ada]), [ada]);
  const person = await opened('/');
  await signIn(person.page, ada);
  await go(person.page, 'Chats');
  await person.page.getByRole('link', { name: new RegExp(chat.name) }).waitFor();
  await go(person.page, 'You');
  await person.page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  const confirm = person.page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true });
  const landing = person.page.getByRole('link', { name: 'Find your people' });
  await Promise.race([confirm.waitFor(), landing.waitFor()]);
  if (await confirm.isVisible()) await confirm.click();
  await landing.waitFor();
  await person.page.goto(`/chats/${chat.id}`);
  await person.page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await person.page.getByText(chat.name).count()).toBe(0);
  await person.leave();
});

it('can be done with the keyboard alone, from the first page to a sent message', async () => {
  const founder = await createAccount('Mira');
  const community = await createCommunity([founder]);
  await createGroupChat(community, [founder]);
  const person = await openPerson(browser, { viewport: { width: 1280, height: 800 } });
  const { page } = person;
  const wishes = newcomer('Kay');

  /** Presses Tab until the control of this role and name has the focus. */
  const tabTo = async (role: Parameters<Page['getByRole']>[0], name: string | RegExp) => {
    const target = page.getByRole(role, { name }).first();
    await target.waitFor();
    for (let presses = 0; presses < 80; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach the ${role} "${name}".`);
  };
  const type = async (label: string, text: string) => {
    await tabTo('textbox', label);
    await page.keyboard.type(text);
  };

  await page.goto('/');
  await tabTo('link', 'Find your people');
  await page.keyboard.press('Enter');
  await type('Handle', wishes.handle);
  await type('Display name', wishes.name);
  await type('E-mail', wishes.email);
  await page.keyboard.press('Tab');
  await expect
    .poll(() =>
      page.getByLabel('Password', { exact: true }).evaluate((field) => field === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.type(wishes.password);
  await tabTo('checkbox', 'I am 16 or older');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await tabTo('button', 'Set up later');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Discover', level: 1 }).waitFor();

  await page.goto(`/communities/${community.id}`);
  await tabTo('button', 'Join community');
  await page.keyboard.press('Enter');
  await tabTo('checkbox', 'I have read the rules and will keep them');
  await page.keyboard.press('Space');
  await tabTo('button', 'Join');
  await page.keyboard.press('Enter');
  await tabTo('button', 'Join chat');
  await page.keyboard.press('Enter');
  await tabTo('textbox', 'Message');
  await page.keyboard.type('Sent without a mouse');
  await page.keyboard.press('Enter');
  await sees(page, 'Sent without a mouse');
  await person.leave();
});
