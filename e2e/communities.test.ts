import { communityMemberPath } from '@sameboat/model/community-member';
import { pacePath } from '@sameboat/model/pace';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import pWaitFor from 'p-wait-for';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson } from './person.ts';
import { go, joinCommunity, mainNavigation, signIn } from './screens.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  type Community,
  createAccount,
  createCommunity,
  createGroupChat,
  unique,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openCommunity(page: Page, community: Community): Promise<void> {
  await page.goto(`/communities/${community.id}`);
  await page.getByRole('heading', { name: community.name, level: 1 }).waitFor();
}

function membership(community: Community, { uid }: Account) {
  return asAdministrator().doc(communityMemberPath(community.id, uid));
}

const twoDaysAgo = () => Timestamp.fromMillis(Date.now() - 2 * 24 * 3_600_000);

async function fillNewCommunity(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Topic').selectOption({ label: 'Sleep' });
  await page.getByLabel('About').fill('For people who lie awake.');
}

it('takes a name in any script once, and keeps what was entered when it is taken', async () => {
  const ada = await createAccount('Ada');
  const { page, leave } = await openPerson(browser, { expectedErrors: [/409|403|ALREADY_EXISTS/i] });
  await signIn(page, ada);
  const name = `ליל מנוחה ${unique()}`;
  await page.goto('/communities/new');
  await fillNewCommunity(page, name);
  await page.getByRole('button', { name: 'Create community' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();

  await page.goto('/communities/new');
  await fillNewCommunity(page, name);
  await page.getByRole('button', { name: 'Create community' }).click();
  await page.getByText('That name is taken. Try another.').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(name);
  expect(await page.getByLabel('About').inputValue()).toBe('For people who lie awake.');
  await leave();
});

it('says when somebody has created as many communities as one can in a day', async () => {
  const ada = await createAccount('Ada');
  const counter = asAdministrator().doc(pacePath(ada.uid, 'createCommunity'));
  await counter.set({ since: Timestamp.now(), count: 2, id: 'a'.repeat(20) });
  const { page, leave } = await openPerson(browser, { expectedErrors: [/403/] });
  await signIn(page, ada);
  await page.goto('/communities/new');
  const name = `Night owls ${unique()}`;
  await fillNewCommunity(page, name);
  await page.getByRole('button', { name: 'Create community' }).click();
  await page.getByText('You have created as many communities as one can in a day.').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(name);

  await counter.delete();
  await page.getByRole('button', { name: 'Create community' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await leave();
});

it('shows who runs a community at once, and its listed members after a day', async () => {
  const [mira, ada, shy, ben] = await Promise.all(['Mira', 'Ada', 'Shy', 'Ben'].map(createAccount));
  if (!mira || !ada || !shy || !ben) throw new Error('four accounts were to be created');
  const community = await createCommunity([mira, ada, shy]);
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ben);
  await joinCommunity(page, community);
  await page.getByRole('list', { name: 'Who runs it' }).getByText(`@${mira.handle}`).waitFor();
  await page.getByText(/(From tomorrow|Later today) you will see the members/).waitFor();
  expect(await page.getByRole('button', { name: 'Show members' }).count()).toBe(0);

  await membership(community, ada).update({ listed: true });
  await membership(community, ben).update({ joinedAt: twoDaysAgo() });
  await page.getByRole('button', { name: 'Show members' }).click();
  const list = page.getByRole('list', { name: 'Members', exact: true });
  await list.getByText(`@${ada.handle}`).waitFor();
  expect(await list.getByText(`@${shy.handle}`).count()).toBe(0);

  // Off until Ben says so, and then seen by others.
  const showMe = page.getByRole('switch', { name: /Show me/ });
  expect(await showMe.isChecked()).toBe(false);
  await page.getByText('Show me in this community’s member list').click();
  await list.getByText(`@${ben.handle}`).waitFor();
  await expect.poll(async () => (await membership(community, ben).get()).get('listed')).toBe(true);
  await leave();
});

it('shows its founder everybody', async () => {
  const [mira, shy] = await Promise.all([createAccount('Mira'), createAccount('Shy')]);
  const community = await createCommunity([mira, shy]);
  const { page, leave } = await openPerson(browser);
  await signIn(page, mira);
  await openCommunity(page, community);
  await page.getByRole('button', { name: 'Show members' }).click();
  await page.getByRole('list', { name: 'Members', exact: true }).getByText(`@${shy.handle}`).waitFor();
  expect(await page.getByRole('switch').count()).toBe(0);
  await leave();
});

it('lets its founder delete a group chat of somebody else, and a member only their own', async () => {
  const [mira, ada] = await Promise.all([createAccount('Mira'), createAccount('Ada')]);
  const community = await createCommunity([mira, ada]);
  const ofMira = await createGroupChat(community, [mira, ada]);
  const ofAda = await createGroupChat(community, [ada]);
  const [founder, member] = await Promise.all([openPerson(browser), openPerson(browser)]);
  await Promise.all([signIn(founder.page, mira), signIn(member.page, ada)]);
  await Promise.all([openCommunity(founder.page, community), openCommunity(member.page, community)]);

  await member.page.getByRole('button', { name: `More for ${ofAda.name}` }).waitFor();
  expect(await member.page.getByRole('button', { name: `More for ${ofMira.name}` }).count()).toBe(0);

  await founder.page.getByRole('button', { name: `More for ${ofAda.name}` }).click();
  await founder.page.getByRole('menuitem', { name: 'Delete chat' }).click();
  const question = founder.page.getByRole('dialog', { name: 'Delete this group chat?' });
  await question.getByText('for everyone, with all its messages').waitFor();
  await question.getByRole('button', { name: 'Delete chat' }).click();
  await question.waitFor({ state: 'detached' });
  for (const { page } of [founder, member]) {
    await page.getByRole('link', { name: ofAda.name }).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('link', { name: ofMira.name }).count()).toBe(1);
  }
  await expect.poll(async () => (await asAdministrator().doc(`chats/${ofAda.id}`).get()).exists).toBe(false);
  await Promise.all([founder.leave(), member.leave()]);
});

it('lists group chats page by page, those I am in first, then those in which people talk', async () => {
  const [mira, ada] = await Promise.all([createAccount('Mira'), createAccount('Ada')]);
  const community = await createCommunity([mira, ada]);
  const mine = await createGroupChat(community, [mira, ada]);
  const busy = await createGroupChat(community, [mira]);
  const firestore = asAdministrator();
  await firestore.doc(`chats/${mine.id}`).update({ lastAt: twoDaysAgo() });
  await firestore.doc(`chats/${busy.id}`).update({ lastAt: FieldValue.serverTimestamp() });
  const flood = await Promise.all(
    Array.from({ length: 25 }, () => createGroupChat(community, [mira], `Flood ${unique()}`)),
  );
  const { page, leave } = await openPerson(browser);
  await signIn(page, ada);
  await openCommunity(page, community);
  const rows = page.getByRole('list', { name: 'Group chats' }).getByRole('listitem');
  await rows.filter({ hasText: mine.name }).getByText('active 2 days ago').waitFor();
  await expect.poll(() => rows.nth(0).innerText()).toContain(mine.name);
  await expect.poll(() => rows.nth(1).innerText()).toContain(busy.name);
  await expect.poll(() => rows.count()).toBe(20);

  await page.getByRole('button', { name: 'Show more chats' }).click();
  await rows.nth(26).waitFor();
  await expect.poll(() => rows.count()).toBe(flood.length + 2);
  expect(await page.getByRole('button', { name: 'Show more chats' }).count()).toBe(0);
  await leave();
});

it('finds communities by place with the keyboard and by name, looks further where there is little, and offers a new one', async () => {
  const ada = await createAccount('Ada');
  const community = await createCommunity([ada]);
  const { page, leave } = await openPerson(browser);
  await signIn(page, ada);
  await go(page, 'Discover');
  const place = page.getByRole('combobox', { name: 'Place' });
  await place.fill('Ber');
  await place.press('Tab');
  await pWaitFor(async () => (await place.inputValue()).startsWith('Berlin, '));
  await page.getByRole('link', { name: community.name }).waitFor();

  await place.fill('Suva');
  await place.press('Enter');
  await page.getByRole('heading', { name: 'Nothing near this place yet' }).waitFor();
  await page.getByRole('link', { name: 'Start one' }).waitFor();
  await page.getByRole('button', { name: 'Look anywhere' }).click();
  await page.getByRole('searchbox', { name: 'Name' }).fill(community.name.slice(0, -1));
  await page.getByRole('link', { name: community.name }).waitFor();

  // Vienna is further from Berlin than 50 km.
  await place.fill('Vienna');
  await place.press('Enter');
  await page.getByRole('searchbox', { name: 'Name' }).fill('');
  await page.getByText('There is little within 50 km yet').waitFor();
  await page.getByRole('link', { name: community.name }).waitFor();
  await leave();
});

it('says that a screen it never loaded is not there without a connection, and shows it when there is one', async () => {
  const ada = await createAccount('Ada');
  const community = await createCommunity([ada]);
  const { page, context, leave } = await openPerson(browser, {
    expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to fetch|offline/i],
  });
  await signIn(page, ada);
  await go(page, 'You');
  await go(page, 'Discover');
  await page.getByRole('list', { name: 'Communities' }).waitFor();
  // What this device has read does not tell that it is about panic attacks now.
  await asAdministrator().doc(`communities/${community.id}`).update({ topic: 'panic' });
  await context.setOffline(true);
  await page.getByRole('group', { name: 'Topics' }).getByRole('button', { name: 'Panic attacks' }).click();
  await page.getByText('This will be here as soon as the connection is back.').waitFor();
  await context.setOffline(false);
  await page.getByText('This will be here as soon as the connection is back.').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: community.name }).waitFor();
  await mainNavigation(page).waitFor();
  await leave();
});
