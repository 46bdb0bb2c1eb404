import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { serveDevelopmentBuild } from './development-build.ts';
import { appUrl, desktop } from './person.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: Awaited<ReturnType<typeof serveDevelopmentBuild>>;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveDevelopmentBuild(root)]);
}, 90_000);
afterAll(async () => {
  server.stop();
  await browser.close();
});
beforeAll(() => open({}));
afterEach(async ({ task }) => {
  // What a failed test left open would be in the way of the next one.
  if (task.result?.state === 'fail') await open({});
  expect(complaints.splice(0)).toEqual([]);
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.url}/ui`);
  await page.getByRole('heading', { name: 'Parts' }).waitFor();
}

const floating = () => page.getByRole('region', { name: 'Over the page' });
const button = (name: string) => floating().getByRole('button', { name, exact: true });
const focused = () => page.locator(':focus');
const isFocused = (name: string) =>
  page.waitForFunction(
    (wanted) =>
      (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent) === wanted,
    name,
  );

describe('a menu', () => {
  it('opens on its first entry with the keyboard, is walked with arrows and letters, and gives the focus back', async () => {
    await button('More').focus();
    await page.keyboard.press('ArrowDown');
    await isFocused('Pin to the top');
    await page.keyboard.press('ArrowDown');
    await isFocused('Mute');
    expect(await focused().getAttribute('aria-checked')).toBe('true');
    await page.keyboard.press('l');
    await isFocused('Leave');
    await page.keyboard.press('Escape');
    await isFocused('More');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });

  it('hands the focus to a dialog that its entry opens, and gets it back from there', async () => {
    await button('More').click();
    await page.getByRole('menuitem', { name: 'Leave' }).click();
    await page.getByRole('dialog', { name: 'Leave this chat?' }).waitFor();
    await isFocused('Stay');
    await page.keyboard.press('Escape');
    await isFocused('More');
  });

  it('opens where a row is right-clicked', async () => {
    await page.getByText('Right click, or press long').click({ button: 'right' });
    const menu = await page.getByRole('menu', { name: 'Row' }).boundingBox();
    const row = await page.getByText('Right click, or press long').boundingBox();
    expect(Math.abs((menu?.x ?? 0) - (row?.x ?? 0))).toBeLessThan(200);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });
});

describe('what opens over the page', () => {
  it.each([
    ['Open a dialog', 'dialog', 'New group chat'],
    ['Open a sheet', 'dialog', 'About this chat'],
    ['Leave', 'dialog', 'Leave this chat?'],
  ] as const)(
    '"%s" keeps the focus inside, closes by Escape and gives it back',
    async (opener, role, name) => {
      await button(opener).click();
      const window = page.getByRole(role, { name });
      await window.waitFor();
      for (let step = 0; step < 8; step += 1) await page.keyboard.press('Tab');
      await window.locator(':focus').waitFor();
      await page.keyboard.press('Escape');
      await isFocused(opener);
    },
  );

  it('a popover closes by Escape and gives the focus back', async () => {
    await button('React').click();
    await page.getByRole('dialog', { name: 'Reactions' }).locator(':focus').waitFor();
    await page.keyboard.press('Escape');
    await isFocused('React');
  });

  it('a dialog with a form begins at its first field', async () => {
    await button('Open a dialog').click();
    await page.getByRole('dialog').getByLabel('Name').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await isFocused('Open a dialog');
  });

  it('a tooltip comes to whoever uses the keyboard, and Escape hides it', async () => {
    await button('React').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const tip = page.locator('[aria-hidden=true]', { hasText: /^React$/ });
    await tip.waitFor();
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
  });

  it('a toast is said in a live region, and its action can be taken', async () => {
    await button('Say something').click();
    const notices = page.getByRole('region', { name: 'Notices' });
    await notices.getByText('You left Evening group.').waitFor();
    expect(await notices.getAttribute('aria-live')).toBe('polite');
    await notices.getByRole('button', { name: 'Undo' }).click();
    await notices.getByText('You are back.').waitFor();
  });
});

describe('a combobox', () => {
  const place = () => page.getByRole('combobox', { name: 'Place' });

  it.each(['Enter', 'Tab'])('takes the best match on %s', async (key) => {
    await place().fill('ber');
    await page.getByRole('option', { name: 'Berlin' }).waitFor();
    await page.getByText('5 results').waitFor({ state: 'attached' });
    await page.keyboard.press(key);
    await expect.poll(() => place().inputValue()).toBe('Berlin');
  });

  it('takes the best match when it is left, and keeps what matches nothing with a sentence', async () => {
    await place().fill('zur');
    await page.getByRole('option', { name: 'Zürich' }).waitFor();
    await page.mouse.click(2, 2);
    await expect.poll(() => place().inputValue()).toBe('Zürich');
    await place().fill('Nowhere');
    await page.mouse.click(2, 2);
    await page.getByText('We do not know “Nowhere” yet.').waitFor();
    expect(await place().inputValue()).toBe('Nowhere');
    expect(await place().getAttribute('aria-invalid')).toBe('true');
  });
});

it('a table is walked with j and k, and Enter opens the row', async () => {
  await page.getByRole('button', { name: 'Message in Evening group' }).focus();
  await page.keyboard.press('j');
  await isFocused('Community “Harbour”');
  await page.keyboard.press('j');
  await isFocused('Person @otter_');
  await page.keyboard.press('Enter');
  expect(await focused().getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('k');
  await isFocused('Community “Harbour”');
});

it('a menu comes from below on a phone', async () => {
  await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await button('More').tap();
  const box = await page.getByRole('menu').boundingBox();
  expect(box).toMatchObject({ x: 0, width: 390 });
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('axe holds nothing against any part', async () => {
    await open({ colorScheme });
    await page.getByRole('combobox', { name: 'Home' }).waitFor();
    expect(await axe()).toEqual([]);
    for (const [opener, role] of [
      ['More', 'menu'],
      ['Open a dialog', 'dialog'],
      ['Open a sheet', 'dialog'],
      ['Leave', 'dialog'],
      ['React', 'dialog'],
    ] as const) {
      await button(opener).click();
      await page.getByRole(role).waitFor();
      expect([opener, await axe()]).toEqual([opener, []]);
      await page.keyboard.press('Escape');
      await page.getByRole(role).waitFor({ state: 'detached' });
    }
  });
});

async function axe(): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' ' + failureSummary)))`,
  )) as readonly string[];
}

it('is left out of what is built', async () => {
  const worker = await (await fetch(new URL('/sw.js', appUrl()))).text();
  const assets = [...worker.matchAll(/"(\/assets\/[^"]+\.js)"/gu)].map(([, path]) => path ?? '');
  expect(assets.length).toBeGreaterThan(20);
  const texts = await Promise.all(assets.map(async (path) => (await fetch(new URL(path, appUrl()))).text()));
  // Words of the page itself. `data-variant` shows that the search would find what is there.
  expect(texts.some((text) => text.includes('data-variant'))).toBe(true);
  expect(texts.filter((text) => /data-look|Right click, or press long/u.test(text))).toEqual([]);
  await page.goto(new URL('/ui', appUrl()).href);
  await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
});
