import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { appUrl, phone } from '../e2e/person.ts';
import { openChat, signIn } from '../e2e/screens.ts';
import { createAccount, createCommunity, createGroupChat } from '../e2e/suite/world.ts';
import type { Figure } from './figures.ts';

/** The JavaScript that a browser fetches on the way from the first page to the first chat, gzipped, in kilobytes (1000). */
export async function measureBundles(browser: Browser): Promise<readonly Figure[]> {
  const ada = await createAccount('Ada');
  const chat = await createGroupChat(await createCommunity([ada]), [ada]);
  // Without the service worker, which fetches everything ahead once the page is at rest.
  const context = await browser.newContext({ baseURL: appUrl(), viewport: phone, serviceWorkers: 'block' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { href, pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(href);
  });
  const soFar = async () => {
    // Fetched once more, because a page that has been left takes with it what its responses held.
    const sizes = await Promise.all([...scripts].map(gzippedSize));
    return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  };

  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const landing = await soFar();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').focus();
  await page.getByLabel('E-mail').press('a');
  await page.waitForLoadState('networkidle');
  const beforeSignIn = await soFar();
  await signIn(page, ada);
  await openChat(page, chat);
  const firstChat = await soFar();
  await context.close();
  return [
    { what: 'JavaScript of the landing page, gzip', unit: 'KB', value: landing, budget: 100 },
    {
      what: 'JavaScript before sign-in, ready to submit, gzip',
      unit: 'KB',
      value: beforeSignIn,
      budget: 150,
    },
    { what: 'JavaScript for the first chat, all of it, gzip', unit: 'KB', value: firstChat, budget: 330 },
  ];
}

async function gzippedSize(url: string): Promise<number> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return gzipSync(Buffer.from(await response.arrayBuffer())).length;
}
