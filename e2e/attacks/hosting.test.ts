import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { appUrl } from '../person.ts';
import { type Means, reach } from './reach.ts';

interface SuiteJson {
  readonly emulators: Record<'auth' | 'firestore' | 'functions' | 'storage', { host: string; port: number }>;
}

let browser: Browser;
let context: BrowserContext;
let page: Page;
const origins: Record<string, string> = {};
beforeAll(async () => {
  const { emulators } = (await (await fetch(`${appUrl()}/suite.json`)).json()) as SuiteJson;
  for (const [name, { host, port }] of Object.entries(emulators)) origins[name] = `http://${host}:${port}`;
  browser = await launchBrowser();
  context = await browser.newContext({ baseURL: appUrl() });
  // Whatever is let out would be answered, and still not leave the machine.
  await context.route(/^https:/, (route) => route.fulfill({ status: 200, body: '' }));
  page = await context.newPage();
  await page.goto('/help');
});
afterAll(() => browser.close());

/** `functions:/path` is that path at the emulator of functions. */
const addressOf = (target: string) =>
  target.replace(/^(auth|firestore|functions|storage):/, (_, service: string) => origins[service] ?? '');

describe("a script on the app's page", () => {
  it.each([
    'functions:/demo-sameboat/europe-west1/nothing',
    'storage:/v0/b/demo-sameboat.appspot.com/o/nothing',
    'firestore:/v1/projects/demo-sameboat/databases/(default)/documents/a/b',
    'auth:/identitytoolkit.googleapis.com/v1/projects?key=any',
  ])('reaches its own project: %s', async (target) => {
    expect(await reach(page, addressOf(target))).toBe('answered');
  });

  it.each<[string, Means]>([
    ['functions:/another-project/europe-west1/nothing', 'fetch'],
    ['storage:/v0/b/another-project.appspot.com/o/nothing', 'fetch'],
    ['storage:/v0/b/demo-sameboat.appspot.com.evil/o/nothing', 'fetch'],
    ['firestore:/v1/projects/another-project/databases/(default)/documents/a/b', 'fetch'],
    ['firestore:/emulator/v1/projects/demo-sameboat/databases/(default)/documents', 'fetch'],
    ['auth:/emulator/v1/projects/demo-sameboat/oobCodes', 'fetch'],
    ['https://europe-west1-another-project.cloudfunctions.net/collect', 'fetch'],
    ['https://firestore.googleapis.com/v1/projects/another-project/databases/(default)/documents', 'fetch'],
    ['https://firebasestorage.googleapis.com/v0/b/another-project.appspot.com/o', 'fetch'],
    ['https://firebasestorage.googleapis.com/v0/b/another-project.appspot.com/o/a?alt=media', 'image'],
    ['https://example.com/collect', 'fetch'],
    ['https://example.com/pixel.gif', 'image'],
  ])('does not reach anybody else: %s by %s', async (target, means) => {
    expect(await reach(page, addressOf(target), means)).toBe('blocked');
  });
});

describe('a file that was built', () => {
  const get = (path: string) => fetch(`${appUrl()}${path}`);
  const scriptOf = async () => /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text())?.[1] ?? '';

  it('is served for ever where it exists', async () => {
    const answer = await get(await scriptOf());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/index-00000000.js',
    '/assets/index-00000000.css',
    '/assets/deeper/nothing.js',
    '/assets/',
    '/assets/nothing',
  ])('is not found, and not kept, where it does not: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const body = await answer.text();
    expect(body).not.toContain('id="root"');
    expect(body).not.toContain('<script');
  });

  it("takes nothing from the app's own addresses", async () => {
    const answer = await get('/chats/assets/nothing');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('id="root"');
  });
});
