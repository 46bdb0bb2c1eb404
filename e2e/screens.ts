import type { Page } from 'playwright-core';
import type { Account, Community, GroupChat } from './suite/world.ts';

/** What people do in the app, by the names they would say. */

export async function signUp(page: Page, person: Omit<Account, 'uid'>): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Find your people' }).click();
  await fillSignUp(page, person);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'Set up later' }).click();
  await page.getByRole('heading', { name: 'Discover', level: 1 }).waitFor();
}

export async function fillSignUp(page: Page, person: Omit<Account, 'uid'>): Promise<void> {
  await page.getByLabel('Handle').fill(person.handle);
  await page.getByLabel('Display name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByText('I am 16 or older', { exact: true }).click();
}

export async function signIn(page: Page, person: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await mainNavigation(page).waitFor();
}

export function mainNavigation(page: Page) {
  return page.getByRole('navigation', { name: 'Main' });
}

export async function go(page: Page, place: 'Chats' | 'Discover' | 'You'): Promise<void> {
  await mainNavigation(page).getByRole('link', { name: place }).click();
}

/** Opens a community that is not joined yet and joins it. */
export async function joinCommunity(page: Page, community: Community): Promise<void> {
  await page.goto(`/communities/${community.id}`);
  await page.getByRole('heading', { name: community.name, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Join community' }).click();
  const question = page.getByRole('dialog', { name: 'Join this community' });
  await question.getByText('I have read the rules and will keep them').click();
  await question.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Leave community' }).waitFor();
}

/** From the page of a joined community with one group chat, joins that chat and ends in it. */
export async function joinChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join chat' }).click();
  await messageLog(page).waitFor();
}

export async function openChat(page: Page, chat: GroupChat): Promise<void> {
  await page.goto(`/chats/${chat.id}`);
  await messageLog(page).waitFor();
}

export function messageLog(page: Page) {
  return page.getByRole('log', { name: 'Messages' });
}

export function composer(page: Page) {
  return page.getByRole('textbox', { name: 'Message' });
}

export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Resolves when the conversation shows this text. */
export async function sees(page: Page, text: string): Promise<void> {
  await messageLog(page).getByText(text, { exact: true }).waitFor();
}
