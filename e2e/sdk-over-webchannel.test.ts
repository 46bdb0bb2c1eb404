import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allLiteCases } from '../emulator/src/conformance/lite-cases/all-lite-cases.ts';
import { type Running, startRunning } from '../emulator/src/conformance/running.ts';
import { allCases, casesOnDevice } from '../emulator/src/conformance/sdk-cases/all-cases.ts';
import { permissionCases } from '../emulator/src/conformance/sdk-cases/permission-cases.ts';
import { signInCases, signInRules } from '../emulator/src/conformance/sdk-cases/sign-in-cases.ts';
import { type SignInAccounts, startAccounts } from '../emulator/src/conformance/sign-in-accounts.ts';
import { launchBrowser } from './browser.ts';
import type { SdkMode, SdkPage } from './sdk-page.ts';

declare const sdkPage: SdkPage;

let running: Running;
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let script: string;

/** A page that holds the Firebase SDK and the cases, served from an origin of its own. */
async function servePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('sdk-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
  });
  script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>SDK</title><script src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

let url: string;
const openPage = async () => {
  const opened = await context.newPage();
  await opened.goto(url);
  return opened;
};

beforeAll(async () => {
  running = await startRunning();
  url = await servePage();
  browser = await launchBrowser();
  context = await browser.newContext();
  page = await openPage();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await running?.close();
});

const held = (subject: string, name: string, mode: SdkMode) =>
  page.evaluate(([port, ...which]) => sdkPage.run(port, ...which), [
    running.port,
    subject,
    name,
    mode,
  ] as const);

describe.each(Object.entries(allCases))('%s of the Firebase SDK, over WebChannel,', (subject, cases) => {
  it.each(cases.map(({ name }) => name))('%s', async (name) => {
    expect(await held(subject, name, 'plain')).toBe('held');
  });
});

const polled = [
  'a listener',
  'a client',
  'a watched query',
  'a query taken up again',
  'a watcher',
  'the life of a client',
];
describe.each(polled)('%s of the Firebase SDK, polling,', (subject) => {
  it.each((allCases[subject] ?? []).map(({ name }) => name))('%s', async (name) => {
    expect(await held(subject, name, 'polling')).toBe('held');
  });
});

describe.each(Object.entries(casesOnDevice))(
  '%s of the Firebase SDK, kept on the device,',
  (subject, cases) => {
    it.each(cases.map(({ name }) => name))('%s', async (name) => {
      expect(await held(subject, name, 'on the device')).toBe('held');
    });
  },
);

describe.each(Object.entries(allLiteCases))('%s of the Lite SDK, over REST,', (subject, cases) => {
  it.each(cases.map(({ name }) => name))('%s', async (name) => {
    const asked = [running.port, subject, name] as const;
    expect(await page.evaluate((which) => sdkPage.runLite(...which), asked)).toBe('held');
  });
});

describe('a Firebase client whose user or rights change, over WebChannel,', () => {
  let guarded: Running;
  let accounts: SignInAccounts;
  beforeAll(async () => {
    guarded = await startRunning({ rules: signInRules });
    accounts = await startAccounts();
  });
  afterAll(async () => {
    accounts?.close();
    await guarded?.close();
  });

  it.each([...signInCases, ...permissionCases].map(({ name }) => name))('%s', async (name) => {
    const asked = [{ firestore: guarded.port, accounts: accounts.port }, name] as const;
    expect(await page.evaluate((which) => sdkPage.runSignIn(...which), asked)).toBe('held');
  });
});

describe('two tabs that keep their documents on the device', () => {
  it('see what the other writes, without a network too, and go on when the first is closed', async () => {
    const [first, second] = [await openPage(), await openPage()];
    const { port } = running;
    for (const tab of [first, second]) await tab.evaluate((at) => sdkPage.openTab(at, 'shared'), port);
    for (const tab of [first, second]) await tab.evaluate(() => sdkPage.watch('tabs'));
    const sees = (tab: Page, ids: string) => tab.evaluate((wanted) => sdkPage.sees(wanted), ids);

    await first.evaluate(() => sdkPage.write('tabs/a'));
    await Promise.all([sees(first, 'a'), sees(second, 'a')]);
    await second.evaluate(() => sdkPage.write('tabs/b'));
    await Promise.all([sees(first, 'a,b'), sees(second, 'a,b')]);

    await first.evaluate(() => sdkPage.network(false));
    await second.evaluate(() => sdkPage.writeLater('tabs/c'));
    await Promise.all([sees(first, 'a,b,c'), sees(second, 'a,b,c')]);
    await first.evaluate(() => sdkPage.network(true));

    await first.close();
    await second.evaluate(() => sdkPage.write('tabs/d'));
    await sees(second, 'a,b,c,d');
    await second.close();
  });

  it('find after a reload what they have read, until that is cleared', async () => {
    const tab = await openPage();
    const open = () => tab.evaluate((at) => sdkPage.openTab(at, 'kept'), running.port);
    await open();
    await tab.evaluate(() => sdkPage.write('kept/a'));
    await tab.evaluate(() => sdkPage.read('kept'));
    expect(await tab.evaluate(() => sdkPage.clear())).toBe('failed-precondition');
    await tab.reload();
    await open();
    expect(await tab.evaluate(() => sdkPage.readCache('kept'))).toBe('a');
    await tab.evaluate(() => sdkPage.end());
    expect(await tab.evaluate(() => sdkPage.clear())).toBe('cleared');
    await tab.reload();
    await open();
    expect(await tab.evaluate(() => sdkPage.readCache('kept'))).toBe('');
    await tab.close();
  });
});
