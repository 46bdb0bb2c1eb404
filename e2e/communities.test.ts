import { communityMemberPath } from '@sameboat/model/community-member';
import { pacePath } from '@sameboat/model/pace';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import pWaitFor from 'p-wait-for';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson } from './person.ts';
import { go, joinCommunity, mainNavigation, messageLog, signIn } from './screens.ts';
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
  expect(await page.getByRole('link', { name: 'Show members' }).count()).toBe(0);

  await membership(community, ada).update({ listed: true });
  await membership(community, ben).update({ joinedAt: twoDaysAgo() });
  const showMe = page.getByRole('switch', { name: /Show me/ });
  expect(await showMe.isChecked()).toBe(false);
  await page.getByRole('link', { name: 'Show members' }).click();
  const list = page.getByRole('list', { name: 'Listed members' });
  await list.getByText(`@${ada.handle}`).waitFor();
  expect(await list.getByText(`@${shy.handle}`).count()).toBe(0);
  expect(await list.getByText(`@${ben.handle}`).count()).toBe(0);

  // Off until Ben says so, and then seen by others. Whoever shows a topic of his stands first.
  await asAdministrator()
    .doc(`users/${ben.uid}/private/profile`)
    .update({ topics: ['sleep', 'grief'] });
  await membership(community, ada).update({ shows: { topics: ['grief'] } });
  await page.goBack();
  await page.getByText('Show me in this community’s member list').click();
  await expect.poll(async () => (await membership(community, ben).get()).get('listed')).toBe(true);
  await page.getByRole('link', { name: 'Show members' }).click();
  await list.getByText(`@${ben.handle}`).waitFor();
  const inCommon = page.getByRole('list', { name: 'People who share something with you' });
  await inCommon.getByText(`@${ada.handle}`).waitFor();
  await inCommon.getByText('Grief').waitFor();
  expect(await list.getByText(`@${ada.handle}`).count()).toBe(0);
  await leave();
});

it('shows its founder everybody', async () => {
  const [mira, shy] = await Promise.all([createAccount('Mira'), createAccount('Shy')]);
  const community = await createCommunity([mira, shy]);
  const { page, leave } = await openPerson(browser);
  await signIn(page, mira);
  await openCommunity(page, community);
  await page.getByRole('link', { name: 'Show members' }).click();
  await page.getByRole('list', { name: 'All members' }).getByText(`@${shy.handle}`).waitFor();
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

it('lets its founder rename a community and hand it over, and tells who is removed why', async () => {
  const [mira, ada, ben] = await Promise.all(['Mira', 'Ada', 'Ben'].map(createAccount));
  if (!mira || !ada || !ben) throw new Error('three accounts were to be created');
  const community = await createCommunity([mira, ada, ben]);
  const [founder, removed] = await Promise.all([openPerson(browser), openPerson(browser)]);
  await Promise.all([signIn(founder.page, mira), signIn(removed.page, ben)]);
  await Promise.all([openCommunity(founder.page, community), openCommunity(removed.page, community)]);

  await founder.page.getByRole('link', { name: 'Manage' }).click();
  const name = `Lighthouse ${unique()}`;
  await founder.page.getByLabel('Name', { exact: true }).fill(name);
  await founder.page.getByRole('button', { name: 'Save' }).click();
  await removed.page.getByRole('heading', { name, level: 1 }).waitFor();

  await founder.page.getByRole('link', { name: 'Choose a member' }).click();
  const more = (who: Account) => founder.page.getByRole('button', { name: `More for ${who.name}` });
  await more(ben).click();
  await founder.page.getByRole('menuitem', { name: 'Remove from the community' }).click();
  const removal = founder.page.getByRole('dialog', { name: 'Remove from the community' });
  await removal.getByRole('button', { name: 'Remove' }).click();
  await removal.getByText('Say why. The person reads it.').waitFor();
  await removal.getByLabel('Reason').fill('You kept selling something.');
  await removal.getByText('They cannot come back').click();
  await removal.getByRole('button', { name: 'Remove' }).click();
  await more(ben).waitFor({ state: 'detached' });

  const told = asAdministrator().collection(`users/${ben.uid}/notifications`);
  await expect.poll(async () => (await told.get()).size, { timeout: 20_000 }).toBe(1);
  await removed.page.getByRole('button', { name: 'Join community' }).click();
  const question = removed.page.getByRole('dialog', { name: 'Join this community' });
  await question.getByText('I have read the rules').click();
  await question.getByRole('button', { name: 'Join', exact: true }).click();
  await question.getByText('The reason given: You kept selling something.').waitFor();

  await more(ada).click();
  await founder.page.getByRole('menuitem', { name: 'Hand the community over' }).click();
  await founder.page.getByRole('button', { name: 'Hand over' }).click();
  await expect.poll(async () => (await membership(community, ada).get()).get('role')).toBe('founder');
  expect((await membership(community, mira).get()).get('role')).toBe('moderator');

  await founder.page.goto(`/communities/${community.id}/manage`);
  await founder.page.getByRole('tab', { name: 'Log' }).click();
  const log = founder.page.getByRole('list', { name: 'Log' }).getByRole('listitem');
  await log.filter({ hasText: 'Mira handed the community over to Ada' }).waitFor();
  await log.filter({ hasText: 'Mira removed and banned Ben' }).getByText('You kept selling').waitFor();
  await Promise.all([founder.leave(), removed.leave()]);
});

it('opens a closed community to whoever has its link, after reading the rules, and keeps the code out of sight', async () => {
  const [mira, ben] = await Promise.all([createAccount('Mira'), createAccount('Ben')]);
  const [founder, guest] = await Promise.all([
    openPerson(browser),
    openPerson(browser, { expectedErrors: [/404|403|NOT_FOUND/] }),
  ]);
  await signIn(founder.page, mira);
  await founder.page.goto('/communities/new');
  await fillNewCommunity(founder.page, `Quiet ${unique()}`);
  await founder.page.getByText('People with its code').click();
  await founder.page.getByRole('button', { name: 'Create community' }).click();
  await founder.page.getByRole('button', { name: 'Make a new code' }).click();
  const code = await founder.page.getByRole('status', { name: 'New code' }).innerText();
  const path = new URL(founder.page.url()).pathname.replace('/manage', '');

  // Signed out at first: the link leads through the sign-in, and leaves no trace there.
  await guest.page.goto(`${path}#${code}`);
  await guest.page.getByLabel('E-mail').waitFor();
  expect(guest.page.url()).not.toContain(code);
  await guest.page.getByLabel('E-mail').fill(ben.email);
  await guest.page.getByLabel('Password', { exact: true }).fill(ben.password);
  await guest.page.getByRole('button', { name: 'Sign in' }).click();
  await guest.page.getByRole('heading', { name: 'You are invited' }).waitFor();
  expect(guest.page.url()).not.toContain(code);

  const field = guest.page.getByLabel('Access code', { exact: true }).last();
  await field.fill('00000-00000');
  await guest.page.getByRole('button', { name: 'Open' }).click();
  await guest.page.getByText('This code does not open a community here.').waitFor();
  await field.fill(code);
  await guest.page.getByRole('button', { name: 'Open' }).click();
  await guest.page.getByText('For people who lie awake.').waitFor();
  await guest.page.getByRole('button', { name: 'Join community' }).click();
  const question = guest.page.getByRole('dialog', { name: 'Join this community' });
  await question.getByRole('button', { name: 'Join', exact: true }).click();
  await question.getByText('Read the rules and tick the box to join.').waitFor();
  await question.getByText('I have read the rules').click();
  await question.getByRole('button', { name: 'Join', exact: true }).click();
  await guest.page.getByRole('button', { name: 'Leave community' }).waitFor();
  await Promise.all([founder.leave(), guest.leave()]);
});

it('is deleted by its founder, who types its name, and is gone for its members', async () => {
  const [mira, ada] = await Promise.all([createAccount('Mira'), createAccount('Ada')]);
  const community = await createCommunity([mira, ada]);
  const chat = await createGroupChat(community, [ada]);
  const { page, leave } = await openPerson(browser);
  await signIn(page, mira);
  await openCommunity(page, community);
  await page.getByText('To leave it, hand it over to another member first.').waitFor();
  expect(await page.getByRole('button', { name: 'Leave community' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Manage' }).click();
  await page.getByRole('button', { name: 'Delete community' }).click();
  const question = page.getByRole('dialog', { name: 'Delete this community' });
  await question.getByRole('button', { name: 'Delete for everybody' }).click();
  await question.getByText('This is not the name.').waitFor();
  await question.getByLabel('Type the name of the community').fill(community.name);
  await question.getByRole('button', { name: 'Delete for everybody' }).click();
  await page.getByRole('heading', { name: 'Discover', level: 1 }).waitFor();
  const left = async () =>
    (
      await Promise.all([membership(community, ada).get(), asAdministrator().doc(`chats/${chat.id}`).get()])
    ).map(({ exists }) => exists);
  await expect.poll(left, { timeout: 20_000 }).toEqual([false, false]);
  await leave();
});

it('makes a group chat by invitation, which only the invited see, and hands it over', async () => {
  const [mira, ada] = await Promise.all([createAccount('Mira'), createAccount('Ada')]);
  const community = await createCommunity([mira, ada]);
  await membership(community, ada).update({ listed: true });
  const [owner, invited] = await Promise.all([openPerson(browser), openPerson(browser)]);
  await Promise.all([signIn(owner.page, mira), signIn(invited.page, ada)]);
  await Promise.all([openCommunity(owner.page, community), openCommunity(invited.page, community)]);

  await owner.page.getByRole('button', { name: 'Create group chat' }).click();
  const name = `Inner ${unique()}`;
  await owner.page.getByLabel('Name', { exact: true }).fill(name);
  await owner.page.getByText('Members that you invite').click();
  await owner.page.getByRole('button', { name: 'Create group chat' }).click();
  await owner.page.getByRole('button', { name: 'Invite Ada' }).click();
  await owner.page.getByRole('button', { name: 'Take back the invitation of Ada' }).waitFor();

  await invited.page.getByRole('link', { name: `See the invitation to ${name}` }).click();
  await invited.page.getByRole('heading', { name: 'You are invited to this chat' }).waitFor();
  await invited.page.getByRole('button', { name: 'Join chat' }).click();
  await messageLog(invited.page).waitFor();

  await owner.page.getByRole('button', { name: 'More for Ada' }).click();
  await owner.page.getByRole('menuitem', { name: 'Hand the chat over' }).click();
  await owner.page.getByRole('button', { name: 'Hand over' }).click();
  const chatId = new URL(invited.page.url()).pathname.split('/').at(-1);
  const role = async ({ uid }: Account) =>
    (await asAdministrator().doc(`chats/${chatId}/members/${uid}`).get()).get('role');
  await expect.poll(() => role(ada)).toBe('owner');
  expect(await role(mira)).toBe('member');
  await Promise.all([owner.leave(), invited.leave()]);
});
