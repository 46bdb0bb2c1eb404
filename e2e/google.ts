import type { Browser, Page } from 'playwright-core';
import { openPerson, type Person } from './person.ts';

/** Somebody who may use Google: the emulator's page for it would like to be styled from the network. */
export async function openGooglePerson(browser: Browser): Promise<Person> {
  const person = await openPerson(browser, {
    expectedErrors: [/^left the machine: GET/, /ERR_|net::/, /status of (400|401|403)/],
  });
  await person.context.route(/unpkg\.com|googleapis\.com\/(css|icon)|gstatic/, (route) => route.abort());
  return person;
}

/** From Google's page, as the emulator has it: signs in with an account that Google has not seen before. */
export async function addGoogleAccount(page: Page, email: string): Promise<void> {
  await page.getByText('Add new account').click();
  await page.locator('#email-input').fill(email);
  await page.locator('#sign-in').click();
}

/** From Google's page: signs in with an account that was there before. */
export async function chooseGoogleAccount(page: Page, email: string): Promise<void> {
  await page.getByText(email).click();
}
