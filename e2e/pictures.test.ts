import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPerson } from './person.ts';
import { messageLog, openChat, signIn } from './screens.ts';
import { storedIn, storedPicture } from './suite/pictures.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  writeMessages,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Longer than anything on the way of a picture takes on a busy machine: the first one starts a function. */
const patience = { timeout: 40_000 };

/**
 * As a phone held upright stores it: lying on its side, with a note to turn it, and where it was taken. Seen upright, its
 * left half is red and its right half blue.
 */
function photo(): Promise<Buffer> {
  const blue = { create: { width: 600, height: 400, channels: 3 as const, background: '#00f' } };
  return sharp({ create: { width: 600, height: 800, channels: 3, background: '#f00' } })
    .composite([{ input: blue, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '51/1 54/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}

const fieldOf = (page: Page, name = 'Your picture') => page.getByRole('group', { name, exact: true });

async function choose(page: Page, buffer: Buffer, name = 'me.jpg', field = 'Your picture'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await fieldOf(page, field)
    .getByRole('button', { name: /Choose a picture|Change picture/ })
    .press('Enter');
  await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer });
}

/** Runs in the page: keeps every file that it sends. */
function keepUploads() {
  const kept: Blob[] = [];
  Object.assign(window, { keptUploads: kept });
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob) kept.push(body);
    send.call(this, body);
  };
}

/** Runs in the page: all that was sent, a character a byte. */
async function readUploads(): Promise<string> {
  const { keptUploads } = window as unknown as { keptUploads: Blob[] };
  const bytes = new Uint8Array(await new Blob(keptUploads).arrayBuffer());
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

async function leavesNothing(person: Account): Promise<void> {
  expect(await avatarOf(person)).toBeNull();
  await vi.waitFor(async () => {
    expect(await storedIn(`users/${person.uid}`)).toStrictEqual([]);
    const tickets = await asAdministrator().collection(`users/${person.uid}/uploads`).get();
    expect(tickets.size).toBe(0);
  }, patience);
}

async function avatarOf({ uid }: Account): Promise<string | null> {
  const user = await asAdministrator().doc(`users/${uid}`).get();
  return user.get('avatar');
}

it('a picture is cut and saved with the keyboard, others see it, as they see a cover of a community, and no camera data leaves the device', async () => {
  const [ada, ben] = await Promise.all(['Ada', 'Ben'].map(createAccount));
  if (!ada || !ben) throw new Error('two accounts were to be created');
  const community = await createCommunity([ada, ben]);
  const chat = await createGroupChat(community, [ada, ben]);
  await writeMessages(chat, ada, ['Good evening.']);
  const adas = await openPerson(browser);
  await adas.page.addInitScript(keepUploads);
  await signIn(adas.page, ada);
  await adas.page.goto('/settings');
  await choose(adas.page, await photo());
  const part = adas.page.getByRole('group', { name: /^The part that shows/ });
  await part.focus();
  // The picture moves to the right, so that its left half shows more.
  for (let press = 0; press < 8; press++) await part.press('ArrowRight');
  await adas.page.getByRole('button', { name: 'Use this part' }).press('Enter');
  await fieldOf(adas.page).getByText('Saved.', { exact: true }).waitFor(patience);
  await fieldOf(adas.page).locator('img').waitFor();

  expect((await photo()).includes('Camera')).toBe(true);
  const upload = Buffer.from(await adas.page.evaluate(readUploads), 'latin1');
  expect(upload.length).toBeGreaterThan(300);
  for (const word of ['Camera', 'Exif', 'GPS']) expect(upload.includes(word)).toBe(false);
  const path = await avatarOf(ada);
  expect(path).toMatch(`users/${ada.uid}/avatar/`);
  expect(await storedIn(`users/${ada.uid}`)).toStrictEqual([path, `${path}_256`, `${path}_96`]);
  const { data } = await sharp(await storedPicture(path ?? ''))
    .resize(3, 1, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Red, green and blue of the left, the middle and the right: the middle would be the border, had it not been moved.
  expect([...data].map((value) => value > 128)).toStrictEqual([
    ...[true, false, false],
    ...[true, false, false],
    ...[false, false, true],
  ]);

  const bens = await openPerson(browser);
  await signIn(bens.page, ben);
  await openChat(bens.page, chat);
  const face = messageLog(bens.page).locator('img');
  await face.waitFor();
  await vi.waitFor(async () =>
    expect(await face.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.width])).toStrictEqual(
      [96, 32],
    ),
  );

  await adas.page.goto(`/communities/${community.id}/manage`);
  await choose(adas.page, await photo(), 'cover.jpg', 'Cover');
  await adas.page.getByRole('button', { name: 'Use this part' }).click();
  await fieldOf(adas.page, 'Cover').getByText('Saved.', { exact: true }).waitFor(patience);
  await bens.page.goto(`/communities/${community.id}`);
  await bens.page.getByRole('main').locator('img[width="640"]').waitFor();
  await Promise.all([adas.leave(), bens.leave()]);
});

it('a file that cannot become a picture is refused with a sentence, and nothing is stored', async () => {
  const ada = await createAccount('Ada');
  // How the page learns that the function deleted an upload.
  const { page, leave } = await openPerson(browser, { expectedErrors: [/status of 404 .*_96\?alt=media/] });
  await signIn(page, ada);
  await page.goto('/settings');
  const whole = await photo();
  const refused: readonly [name: string, content: Buffer, sentence: RegExp][] = [
    ['page.png', Buffer.from('<!doctype html><script>alert(1)</script>'), /not a picture we can read/],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ['head.jpg', whole.subarray(0, 300), /may be damaged|not a picture/],
    ['nothing.png', Buffer.alloc(0), /empty/],
    [
      'bomb.png',
      await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
      /too many pixels/,
    ],
  ];
  for (const [name, content, sentence] of refused) {
    await choose(page, content, name);
    await fieldOf(page).getByRole('alert').getByText(sentence).waitFor();
  }
  // A page that was tampered with sends what the rules cannot tell from a picture; the function can.
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob(['no picture'], { type: 'image/webp' }));
  });
  await choose(page, whole);
  await page.getByRole('button', { name: 'Use this part' }).click();
  await fieldOf(page)
    .getByRole('alert')
    .getByText(/could not use this picture/)
    .waitFor(patience);
  await leavesNothing(ada);
  await leave();
});

it('an upload that is cancelled leaves nothing, one that failed is kept for another try, and a picture that is replaced or removed goes', async () => {
  const ada = await createAccount('Ada');
  const { page, context, leave } = await openPerson(browser, {
    expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|Failed to fetch|offline/i],
  });
  await signIn(page, ada);
  await page.goto('/settings');

  // Storage does not answer.
  await page.route('**/v0/b/**', () => {});
  await choose(page, await photo());
  await page.getByRole('button', { name: 'Use this part' }).click();
  await fieldOf(page).getByRole('progressbar', { name: 'Sending the picture' }).waitFor();
  await vi.waitFor(async () =>
    expect((await asAdministrator().collection(`users/${ada.uid}/uploads`).get()).size).toBe(1),
  );
  await fieldOf(page).getByRole('button', { name: 'Cancel' }).click();
  await fieldOf(page).getByRole('progressbar').waitFor({ state: 'detached' });
  await page.unroute('**/v0/b/**');
  await leavesNothing(ada);

  await choose(page, await photo());
  await page.getByRole('dialog').waitFor();
  await context.setOffline(true);
  // Behind the dialog, where readers of the screen do not meet it.
  const banner = page.getByRole('status', { includeHidden: true }).getByText('You are offline.');
  await banner.waitFor();
  await page.getByRole('button', { name: 'Use this part' }).click();
  await fieldOf(page).getByRole('alert').getByText('You are offline.').waitFor();
  await context.setOffline(false);
  await banner.waitFor({ state: 'detached' });
  await fieldOf(page).getByRole('button', { name: 'Try again' }).click();
  await fieldOf(page).getByText('Saved.', { exact: true }).waitFor(patience);
  const first = await avatarOf(ada);

  await choose(page, await photo());
  await page.getByRole('button', { name: 'Use this part' }).click();
  await vi.waitFor(async () => expect(await avatarOf(ada)).not.toBe(first), patience);
  const second = await avatarOf(ada);
  await vi.waitFor(
    async () =>
      expect(await storedIn(`users/${ada.uid}`)).toStrictEqual([second, `${second}_256`, `${second}_96`]),
    patience,
  );

  await fieldOf(page).getByRole('button', { name: 'Remove picture' }).click();
  await fieldOf(page).getByText('Removed.', { exact: true }).waitFor();
  await leavesNothing(ada);
  await leave();
});
