import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { communityMemberPath } from '@sameboat/model/community-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { personPath } from '@sameboat/model/person';
import { knownPlace } from '@sameboat/model/place-list';
import { privateProfilePath } from '@sameboat/model/private-profile';
import { FieldValue } from 'firebase-admin/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson } from './person.ts';
import { fillSignUp, go, openChat, signIn } from './screens.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  newcomer,
  writeMessages,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Makes a choice of who may see a field; `who` is on its button. */
async function choose(page: Page, question: string, who: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('radio', { name: who }).click();
}

async function openProfile(page: Page, { uid, name }: Account): Promise<void> {
  await page.goto(`/people/${uid}`);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

it('shows each part of a profile to those it is meant for, and says so beforehand', async () => {
  const [ada, ben, eve] = await Promise.all(['Ada', 'Ben', 'Eve'].map(createAccount));
  if (!ada || !ben || !eve) throw new Error('three accounts were to be created');
  const community = await createCommunity([ben, ada]);
  const listing = asAdministrator().doc(personPath(ada.uid));
  const membership = asAdministrator().doc(communityMemberPath(community.id, ada.uid));

  const mine = await openPerson(browser);
  await signIn(mine.page, ada);
  await go(mine.page, 'You');
  await mine.page.getByRole('link', { name: 'Edit profile' }).click();
  await mine.page.getByLabel('Bio').fill('I water other people’s plants.');
  await choose(mine.page, 'Who can see your bio', 'Communities');
  await mine.page.getByText(/^Only the people who run your communities can see this\./).waitFor();
  await mine.page.getByRole('button', { name: 'Grief and loss' }).click();
  await choose(mine.page, 'Who can see your topics', 'Everyone');
  await mine.page.getByText('Only you can see this. Others will, once you can be found.').waitFor();
  await mine.page.getByText('Let people find me').click();
  await mine.page
    .getByText('Everyone with an account can see this, except people you blocked or who blocked you.')
    .waitFor();
  await mine.page.getByRole('button', { name: 'Save' }).click();
  await mine.page.getByText('Your profile is saved.').waitFor();
  expect((await membership.get()).get('shows')).toEqual({ bio: 'I water other people’s plants.' });
  expect((await listing.get()).data()).toMatchObject({ topics: ['grief'], place: null, lastActiveAt: null });

  // The page that shows it says what the others get.
  await mine.page.getByRole('link', { name: 'What others see of me' }).click();
  const card = mine.page.getByRole('region', { name: 'What they see' });
  await card.getByText('Grief and loss').waitFor();
  expect(await card.getByText('I water').count()).toBe(0);
  await mine.page.getByRole('radio', { name: 'A moderator' }).click();
  await card.getByText('I water other people’s plants.').waitFor();
  await mine.leave();

  const founder = await openPerson(browser, { viewport: desktop });
  await signIn(founder.page, ben);
  await openProfile(founder.page, ada);
  await founder.page.getByText('I water other people’s plants.').waitFor();
  await founder.page.getByText('Grief and loss').waitFor();
  await founder.leave();

  const stranger = await openPerson(browser, { viewport: desktop });
  await signIn(stranger.page, eve);
  await openProfile(stranger.page, ada);
  await stranger.page.getByText('Grief and loss').waitFor();
  expect(await stranger.page.getByText('I water').count()).toBe(0);
  await stranger.leave();
});

it('reports and blocks somebody from their name, and lifts the block', async () => {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  await writeMessages(chat, ben, ['Read this.']);
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  const dm = firestore.doc(`chats/${directChatId(ada.uid, ben.uid)}`);
  await dm.set({ ...newDirectChat(ben.uid, ada.uid, 'r'.repeat(20), now), state: 'open' });
  await Promise.all([ada, ben].map(({ uid }) => dm.collection('members').doc(uid).set(chatJoiner(uid, now))));

  const { page, leave } = await openPerson(browser);
  await signIn(page, ada);
  await openChat(page, chat);
  await page.getByRole('link', { name: 'Ben', exact: true }).click();
  await page.getByRole('heading', { name: 'Ben', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Report' }).click();
  const dialog = page.getByRole('dialog', { name: 'Report Ben' });
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await dialog.getByText('Choose a reason.').waitFor();
  await dialog.getByRole('radio', { name: 'Advertising or a scam' }).click();
  await dialog.getByLabel('What happened').fill('Sells miracle water.');
  // Twice at once makes one report.
  await dialog.getByRole('button', { name: 'Send report' }).dblclick();
  await page.getByText('Your report has arrived').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  const reports = await firestore.collection('reports').where('reporterId', '==', ada.uid).get();
  expect(reports.docs.map((report) => report.data())).toMatchObject([
    { target: { kind: 'person', path: `users/${ben.uid}` }, reason: 'spam', note: 'Sells miracle water.' },
  ]);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Block' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Block' })
    .click();
  await page.getByText('You blocked this person. They are not told.').waitFor();
  expect((await dm.get()).get('endedAt')).not.toBeNull();

  await page.goto('/settings/blocked');
  await page.getByRole('button', { name: 'Unblock Ben' }).click();
  await page.getByText('You have blocked nobody').waitFor();
  expect((await firestore.collection(`users/${ada.uid}/blocks`).get()).size).toBe(0);
  await leave();
});

it('finds people who chose to be found, and not those who did not or were blocked', async () => {
  const [ada, ben, shy, cleo] = await Promise.all(['Ada', 'Ben', 'Shy', 'Cleo'].map(createAccount));
  if (!ada || !ben || !shy || !cleo) throw new Error('four accounts were to be created');
  const firestore = asAdministrator();
  const now = FieldValue.serverTimestamp();
  for (const { uid, handle, name } of [ben, cleo])
    await firestore.doc(personPath(uid)).set({
      handle,
      displayName: name,
      avatar: null,
      topics: ['voices'],
      place: knownPlace('graz-at'),
      lastActiveAt: null,
      updatedAt: now,
    });
  await firestore.doc(`users/${cleo.uid}/blocks/${ada.uid}`).set({ since: now });

  const { page, leave } = await openPerson(browser);
  await signIn(page, ada);
  await go(page, 'Discover');
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByText('You are not listed, so nobody finds you here.').waitFor();
  await page.getByRole('heading', { name: 'Choose a topic or a place' }).waitFor();
  await page.getByRole('group', { name: 'Topics' }).getByRole('button', { name: 'Hearing voices' }).click();
  const found = page.getByRole('list', { name: 'People' });
  // The first call of a function waits until it has been loaded.
  await found.getByText(`@${ben.handle}`).waitFor({ timeout: 30_000 });
  expect(await found.getByText(`@${cleo.handle}`).count()).toBe(0);
  await found.getByRole('link', { name: 'Ben' }).click();
  await page.getByRole('heading', { name: 'Ben', level: 1 }).waitFor();
  await page.getByText('Graz, Austria').waitFor();
  await page.getByRole('link', { name: 'Back to Discover' }).click();
  await found.getByText(`@${ben.handle}`).waitFor();
  // Nothing of what was looked for is in the address.
  await vi.waitFor(() =>
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/discover/people'),
  );
  await leave();
});

it('leads somebody new through topics, place and who sees them, goes on after a reload, and tells Discover', async () => {
  const { page, leave } = await openPerson(browser);
  const person = newcomer('Noor');
  await page.goto('/sign-up');
  await fillSignUp(page, person);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'What brings you here?' }).waitFor();
  await page.getByRole('button', { name: 'Hearing voices' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Where are you?' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Where are you?' }).waitFor();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('heading', { name: 'Who can see what?' }).waitFor();
  await page.getByText('Only you can see this.').waitFor();
  await choose(page, 'Who can see your topics', 'Communities');
  await page.getByText('Only you can see this. Others will, once you join a community.').waitFor();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Discover', level: 1 }).waitFor();
  const topic = page.getByRole('button', { name: 'Hearing voices', pressed: true });
  await topic.waitFor();
  await page.reload();
  await topic.waitFor();
  expect(page.url()).not.toContain('voices');

  const handle = await asAdministrator().doc(`handles/${person.handle}`).get();
  const own = await asAdministrator()
    .doc(privateProfilePath(handle.get('uid')))
    .get();
  expect(own.data()).toMatchObject({ topics: ['voices'], place: null, shows: { topics: 'communities' } });
  await leave();
});
