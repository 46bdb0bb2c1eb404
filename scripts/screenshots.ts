import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { desktop, openPerson, type Person, type PersonOptions, phone } from '../e2e/person.ts';
import { messageLog, signIn } from '../e2e/screens.ts';
import { screensOfTheApp } from '../e2e/screens-of-the-app.ts';
import { build } from './build.ts';
import { fillWithDemoData } from './demo-data.ts';
import { takeGallery } from './gallery-pictures.ts';
import { project } from './suite/config.ts';
import { startSuite } from './suite/launch.ts';
import { UserError } from './user-error.ts';

const sizes = { phone, desktop } as const;
const schemes = ['light', 'dark'] as const;

/**
 * Takes every screen at both sizes in both schemes into e2e/artifacts, the parts of the kit (`/ui`) with them, and the
 * README's picture into docs/screenshot.png. Starts a suite of its own, filled with the demo people.
 */
export async function main(): Promise<void> {
  const root = process.cwd();
  await build(root);
  const suite = await startSuite(root, { name: `screenshots-${process.pid}`, freePorts: true });
  Object.assign(process.env, suite.environment);
  try {
    await takeAll(root, {
      firestoreHost: `127.0.0.1:${suite.ports.firestore}`,
      authHost: `127.0.0.1:${suite.ports.auth}`,
      storageHost: `127.0.0.1:${suite.ports.storage}`,
      projectId: project,
    });
  } finally {
    await suite.stop();
  }
}

async function takeAll(
  root: string,
  address: { firestoreHost: string; authHost: string; storageHost: string; projectId: string },
): Promise<void> {
  const artifacts = join(root, 'e2e', 'artifacts');
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  const { signIns } = await fillWithDemoData({ ...address, fill: true });
  const [ada] = signIns;
  if (!ada) throw new UserError('The demo people are not there, so there is nobody to look at the app.');
  const { viewer, screens } = await screensOfTheApp();
  const browser = await launchBrowser();
  try {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const colorScheme of schemes) {
        for (const signedIn of [false, true]) {
          const person = await openPatient(browser, { viewport, colorScheme });
          if (signedIn) await signIn(person.page, viewer);
          for (const screen of screens.filter((each) => each.signedIn === signedIn)) {
            await screen.open(person.page);
            await person.page.screenshot({
              path: join(artifacts, `${screen.name}-${size}-${colorScheme}.png`),
            });
          }
          await person.context.close();
        }
        const person = await openPatient(browser, { viewport, colorScheme });
        await signIn(person.page, ada);
        await person.page.getByRole('link', { name: /Evening group/ }).click();
        const conversation = messageLog(person.page);
        await conversation.getByText('Soup with some drawer in it.').waitFor();
        await conversation.getByText('Marek').first().waitFor();
        const path = join(artifacts, `demo-chat-${size}-${colorScheme}.png`);
        await person.page.screenshot({ path });
        if (size === 'desktop' && colorScheme === 'light')
          copyFileSync(path, join(root, 'docs', 'screenshot.png'));
        await person.context.close();
      }
    }
    await takeGallery(root, browser, sizes, artifacts);
  } finally {
    await browser.close();
  }
  console.log('Pictures of every screen are in e2e/artifacts; the README’s is docs/screenshot.png.');
}

/** The triggers have every demo message to go through before they come to what was made for the pictures. */
async function openPatient(browser: Browser, options: PersonOptions): Promise<Person> {
  const person = await openPerson(browser, options);
  person.context.setDefaultTimeout(120_000);
  return person;
}
