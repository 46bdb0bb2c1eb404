import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveDevelopmentBuild } from '../e2e/development-build.ts';

/** What opens over the page: the button that opens it, and what is then there. */
const floating = {
  menu: ['More', 'menu'],
  dialog: ['Open a dialog', 'dialog'],
  question: ['Leave', 'dialog'],
  sheet: ['Open a sheet', 'dialog'],
  popover: ['React', 'dialog'],
} as const;

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced-colors': { forcedColors: 'active' },
} as const;

/** Takes `/ui` (every part of the kit, in every state) and each part that opens over the page. */
export async function takeGallery(
  root: string,
  browser: Browser,
  sizes: Readonly<Record<string, { width: number; height: number }>>,
  artifacts: string,
): Promise<void> {
  const server = await serveDevelopmentBuild(root);
  try {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const [name, look] of Object.entries(looks)) {
        const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...look });
        const page = await context.newPage();
        const open = async () => {
          await page.goto(`${server.url}/ui`);
          await page.getByRole('heading', { name: 'Parts' }).waitFor();
        };
        await open();
        await page.getByLabel('Home').and(page.locator('[role=combobox]')).waitFor();
        await page.screenshot({ path: join(artifacts, `ui-${size}-${name}.png`), fullPage: true });
        for (const part of Object.keys(floating) as (keyof typeof floating)[]) {
          await open();
          await openPart(page, part);
          await page.screenshot({ path: join(artifacts, `ui-${part}-${size}-${name}.png`) });
        }
        await context.close();
      }
    }
  } finally {
    server.stop();
  }
}

async function openPart(page: Page, part: keyof typeof floating): Promise<void> {
  const [button, role] = floating[part];
  const place = page.getByRole('region', { name: 'Over the page' });
  await place.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole(role).waitFor();
}
