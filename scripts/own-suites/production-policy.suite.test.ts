/** The Content-Security-Policy of a deployment, as Chromium understands it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Means, reach } from '../../e2e/attacks/reach.ts';
import { launchBrowser } from '../../e2e/browser.ts';
import { deployConfig } from '../deploy.ts';

const { hosting } = JSON.parse(deployConfig(join(import.meta.dirname, '..', '..'), 'my-project'));
const server = createServer((_request, response) => {
  for (const { key, value } of hosting.headers[0].headers) response.setHeader(key, value);
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A page</title>');
});

let browser: Browser;
let page: Page;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
  const context = await browser.newContext();
  // In the place of Google: whatever the policy lets out is answered here.
  await context.route(/^https:/, (route) => route.fulfill({ status: 200, body: '' }));
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const bucket = 'https://firebasestorage.googleapis.com/v0/b';

it.each([
  'https://firestore.googleapis.com/google.firestore.v1.Firestore/Listen/channel?VER=8',
  'https://firestore.googleapis.com/v1/projects/my-project/databases/(default)/documents:commit',
  'https://identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=k',
  'https://securetoken.googleapis.com/v1/token?key=k',
  'https://europe-west1-my-project.cloudfunctions.net/setRole',
  `${bucket}/my-project.firebasestorage.app/o/chats%2Fa%2Fb?alt=media`,
  `${bucket}/my-project.appspot.com/o?name=chats%2Fa`,
])('lets a page of my-project connect to %s', async (url) => {
  expect(await reach(page, url)).toBe('answered');
});

it.each<[string, Means]>([
  ['https://firestore.googleapis.com/v1/projects/another-project/databases/(default)/documents', 'fetch'],
  ['https://europe-west1-another-project.cloudfunctions.net/collect', 'fetch'],
  ['https://us-central1-my-project.cloudfunctions.net/collect', 'fetch'],
  [`${bucket}/another-project.appspot.com/o?name=a`, 'fetch'],
  [`${bucket}/another-project.appspot.com/o/a?alt=media`, 'image'],
  [`${bucket}/my-project.appspot.com.another/o?name=a`, 'fetch'],
  ['https://storage.googleapis.com/my-project.appspot.com/a', 'fetch'],
  ['https://example.com/collect', 'fetch'],
])('does not let it connect to %s by %s', async (url, means) => {
  expect(await reach(page, url, means)).toBe('blocked');
});
