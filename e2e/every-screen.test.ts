import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { signIn } from './screens.ts';
import { type Screen, screensOfTheApp } from './screens-of-the-app.ts';
import type { Account } from './suite/world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe holds against the page, a line each. Injected by evaluation: the page's policy lets no foreign script in. */
async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations)`,
  )) as readonly Finding[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

let browser: Browser;
let viewer: Account;
let screens: readonly Screen[];
beforeAll(async () => {
  browser = await launchBrowser();
  ({ viewer, screens } = await screensOfTheApp());
});
afterAll(() => browser.close());

it('would see a screen that is hard to use', async () => {
  const person = await openPerson(browser);
  await person.page.goto('/help');
  await person.page.evaluate(() => {
    const words = document.createElement('p');
    words.textContent = 'too faint to read';
    words.style.color = '#ddd';
    document.querySelector('main')?.append(words, document.createElement('button'));
  });
  const found = (await complaints(person.page)).join('\n');
  expect(found).toContain('color-contrast');
  expect(found).toContain('button-name');
  await person.leave();
});

describe.each([
  ['a phone by day', phone, 'light'],
  ['a phone at night', phone, 'dark'],
  ['a desk by day', desktop, 'light'],
  ['a desk at night', desktop, 'dark'],
] as const)('on %s', (_where, viewport, colorScheme) => {
  it('every screen can be used without seeing it well, and asks nothing of other machines', async () => {
    const problems: string[] = [];
    for (const signedIn of [false, true]) {
      // Somebody who is not a member is refused by Firestore, which the browser may report.
      const person = await openPerson(browser, {
        viewport,
        colorScheme,
        expectedErrors: [/permission|403/i],
      });
      if (signedIn) await signIn(person.page, viewer);
      for (const screen of screens.filter((each) => each.signedIn === signedIn)) {
        await screen.open(person.page);
        problems.push(...(await complaints(person.page)).map((complaint) => `${screen.name}: ${complaint}`));
      }
      await person.leave();
    }
    expect(problems).toEqual([]);
  }, 120_000);
});

it('every screen fits a window of 320 pixels without scrolling sideways, has Help one tap away, and a title that tells no name and no topic', async () => {
  const problems: string[] = [];
  for (const signedIn of [false, true]) {
    const person = await openPerson(browser, {
      viewport: { width: 320, height: 640 },
      expectedErrors: [/permission|403/i],
    });
    if (signedIn) await signIn(person.page, viewer);
    for (const screen of screens.filter((each) => each.signedIn === signedIn)) {
      await screen.open(person.page);
      const width = await person.page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) problems.push(`${screen.name} is ${width} pixels wide`);
      const help = person.page.getByRole('link', { name: /help/i });
      if (!screen.name.startsWith('help') && (await help.count()) === 0)
        problems.push(`${screen.name}: no Help`);
      const title = await person.page.title();
      if (/harbour|evening|depression|ben|mira|noa|eli|sol/i.test(title))
        problems.push(`${screen.name}: titled "${title}"`);
    }
    await person.leave();
  }
  expect(problems).toEqual([]);
}, 120_000);
