import { blockPath, newBlock } from '@sameboat/model/block';
import { communityPath } from '@sameboat/model/community';
import { otterUid } from '@sameboat/model/otter';
import { FieldValue } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { composer, mainNavigation, messageLog } from './screens.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  comeHome,
  createAccount,
  createCommunity,
  createGroupChat,
  createPrivateChat,
  unique,
  writeMessages,
} from './suite/world.ts';

export interface Screen {
  /** A word for file names and test names. */
  readonly name: string;
  readonly signedIn: boolean;
  /** Goes there and resolves when a person would say that it is there. */
  open(page: Page): Promise<void>;
}

/** Every screen there is, on data made for the purpose, and somebody to look at them. */
export async function screensOfTheApp(): Promise<{
  readonly viewer: Account;
  readonly screens: readonly Screen[];
}> {
  const people = await Promise.all(['Ada', 'Ben', 'Mira', 'Noa', 'Eli', 'Sol'].map(createAccount));
  const [viewer, other, quiet, asker, asked, stranger] = people;
  if (!viewer || !other || !quiet || !asker || !asked || !stranger)
    throw new Error('six accounts were to be created');
  const community = await createCommunity([viewer, other, quiet]);
  const unjoined = await createCommunity([other]);
  const closed = await createCommunity([other]);
  await asAdministrator().doc(communityPath(closed.id)).update({ visibility: 'closed' });
  const chat = await createGroupChat(community, [viewer, other]);
  const foreign = await createGroupChat(unjoined, [other]);
  await writeMessages(chat, other, [
    'I opened the window this morning and called it a plan.',
    'היום היה יום טוב יותר',
    'https://example.org/a/rather/long/link/that/has/to/be/broken/somewhere/on/a/phone',
    'x'.repeat(300),
  ]);
  const home = await comeHome(viewer);
  await writeMessages(home, viewer, ['Hey Otter, help me breathe']);
  await asAdministrator().doc(blockPath(viewer.uid, quiet.uid)).set(newBlock(FieldValue.serverTimestamp()));
  const privately = await createPrivateChat([other, viewer], 'open', 'Thank you for yesterday.');
  const received = await createPrivateChat(
    [asker, viewer],
    'request',
    'See https://example.org, then write?',
  );
  const sent = await createPrivateChat([viewer, asked], 'request', 'May I write to you?');
  const ended = await createPrivateChat([viewer, quiet], 'open', 'Hello');
  await asAdministrator().doc(`chats/${ended.id}`).update({ endedAt: FieldValue.serverTimestamp() });
  const heading = (path: string, name: string, signedIn: boolean, title?: string | RegExp): Screen => ({
    name,
    signedIn,
    async open(page) {
      await page.goto(path);
      await page
        .getByRole('heading', title === undefined ? { level: 1 } : { level: 1, name: title })
        .first()
        .waitFor();
    },
  });
  return {
    viewer,
    screens: [
      heading('/', 'landing', false),
      heading('/sign-in', 'sign-in', false),
      heading('/sign-up', 'sign-up', false),
      heading('/reset-password', 'reset-password', false),
      heading('/account-link', 'link-in-an-e-mail', false),
      heading('/google', 'back-from-google', false),
      heading('/help', 'help', false),
      heading('/help/breathing', 'breathing', false, 'Breathe with the circle'),
      heading('/goodbye', 'goodbye', false),
      heading('/nowhere', 'not-found', false),
      {
        name: 'chats',
        signedIn: true,
        async open(page) {
          await page.goto('/');
          await page.getByRole('link', { name: new RegExp(chat.name) }).waitFor();
        },
      },
      {
        name: 'chat',
        signedIn: true,
        async open(page) {
          await page.goto(`/chats/${chat.id}`);
          await messageLog(page).getByText('x'.repeat(300)).waitFor();
          await composer(page).waitFor();
        },
      },
      {
        name: 'private-chat',
        signedIn: true,
        async open(page) {
          await page.goto(`/chats/${privately.id}`);
          await messageLog(page).getByText('Thank you for yesterday.').waitFor();
          await page.getByRole('button', { name: 'Chat menu' }).waitFor();
        },
      },
      {
        name: 'private-chat-ended',
        signedIn: true,
        async open(page) {
          await page.goto(`/chats/${ended.id}`);
          await page.getByRole('heading', { name: 'This chat has ended' }).waitFor();
        },
      },
      {
        name: 'request-received',
        signedIn: true,
        async open(page) {
          await page.goto(`/chats/${received.id}`);
          await page.getByRole('button', { name: 'Accept' }).waitFor();
        },
      },
      {
        name: 'request-sent',
        signedIn: true,
        async open(page) {
          await page.goto(`/chats/${sent.id}`);
          await page.getByText('Waiting for an answer').waitFor();
        },
      },
      {
        name: 'requests',
        signedIn: true,
        async open(page) {
          await page.goto('/requests');
          await page.getByRole('list', { name: 'Requests' }).waitFor();
        },
      },
      {
        name: 'new-message',
        signedIn: true,
        async open(page) {
          await page.goto(`/people/${stranger.uid}/message`);
          await page.getByRole('button', { name: 'Send request' }).waitFor();
        },
      },
      heading(`/chats/${chat.id}/manage`, 'manage-chat', true, 'Manage the chat'),
      heading(`/chats/${foreign.id}`, 'chat-of-others', true),
      {
        name: 'home-chat',
        signedIn: true,
        async open(page) {
          await page.goto(`/chats/${home.id}`);
          await page.getByText(/Otter is a bot/).waitFor();
          await messageLog(page).getByRole('link', { name: 'Open the breathing exercise' }).first().waitFor();
        },
      },
      heading(`/people/${otterUid}`, 'otter', true, 'Otter'),
      {
        name: 'discover',
        signedIn: true,
        async open(page) {
          await page.goto('/discover');
          await page.getByText(community.name).first().waitFor();
        },
      },
      heading(`/communities/${community.id}`, 'community', true, community.name),
      heading(`/communities/${unjoined.id}`, 'community-not-joined', true, unjoined.name),
      heading(`/communities/${community.id}/members`, 'members', true, 'Members'),
      heading(`/communities/${community.id}/manage`, 'manage-community', true, 'Manage'),
      heading(`/communities/${closed.id}`, 'community-closed', true, 'Community'),
      heading('/communities/new', 'new-community', true),
      heading('/help', 'help-signed-in', true),
      {
        name: 'people',
        signedIn: true,
        async open(page) {
          await page.goto('/discover/people');
          await page.getByText('You are not listed').waitFor();
        },
      },
      heading(`/people/${other.uid}`, 'profile', true, other.name),
      heading(`/people/${unique()}`, 'profile-of-nobody', true),
      {
        name: 'edit-profile',
        signedIn: true,
        async open(page) {
          await page.goto('/settings/profile');
          await page.getByRole('button', { name: 'Save' }).waitFor();
        },
      },
      {
        name: 'seen-profile',
        signedIn: true,
        async open(page) {
          await page.goto('/settings/profile/seen');
          await page.getByRole('region', { name: 'What they see' }).waitFor();
        },
      },
      {
        name: 'blocked-people',
        signedIn: true,
        async open(page) {
          await page.goto('/settings/blocked');
          await page.getByText(`@${quiet.handle}`).waitFor();
        },
      },
      {
        name: 'settings',
        signedIn: true,
        async open(page) {
          await page.goto('/settings');
          await mainNavigation(page).waitFor();
          await page.getByRole('button', { name: 'Sign out', exact: true }).first().waitFor();
        },
      },
      heading('/settings/delete-account', 'delete-account', true, 'Delete account'),
    ],
  };
}
