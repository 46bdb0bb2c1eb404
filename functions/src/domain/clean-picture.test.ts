import { crc32, deflateSync } from 'node:zlib';
import { imageBytesMax } from '@sameboat/model/limits';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from './clean-picture.ts';

/** The left half red, the right half blue. */
function halves(width = 60, height = 40): Sharp {
  const blue = { create: { width: width / 2, height, channels: 3 as const, background: '#00f' } };
  return sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite([
    { input: blue, left: width / 2, top: 0 },
  ]);
}

async function clean(upload: Uint8Array) {
  const cleaned = await cleanPicture(upload);
  if (cleaned === null) throw new Error('This was taken for no picture.');
  const picture = cleaned.content;
  return { picture, ...(await sharp(picture).metadata()) };
}

/** Its square copies: the side that was asked for, and what each is. */
async function squaresOf(upload: Uint8Array) {
  const { small = [] } = (await cleanPicture(upload, [96, 256])) ?? {};
  return Promise.all(
    small.map(async ({ side, content }) => ({ side, content, ...(await sharp(content).metadata()) })),
  );
}

/** Red, green and blue in percent of the pixel there. */
async function colourAt(picture: Uint8Array, left: number, top: number) {
  const raw = await sharp(picture).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...raw].map((value) => Math.round((value / 255) * 4) * 25);
}

const red = [100, 0, 0];
const blue = [0, 0, 100];

describe('a picture', () => {
  it.each([
    ['JPEG', () => halves().jpeg()],
    ['PNG', () => halves().png()],
    ['WebP', () => halves().webp()],
    ['GIF', () => halves().gif()],
    ['AVIF', () => halves().avif()],
  ] as const)('as %s becomes WebP and looks the same', async (_, make) => {
    const { picture, format, width, height } = await clean(await make().toBuffer());
    expect({ format, width, height }).toStrictEqual({ format: 'webp', width: 60, height: 40 });
    expect(await colourAt(picture, 5, 20)).toStrictEqual(red);
    expect(await colourAt(picture, 54, 20)).toStrictEqual(blue);
  });

  it('loses where and with what it was taken', async () => {
    const withPlace = await halves()
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '51/1 54/1 0/1', GPSLatitudeRef: 'N' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const before = await sharp(withPlace).metadata();
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['exif', 'xmp', 'icc']));
    const after = await clean(withPlace);
    for (const name of ['exif', 'xmp', 'icc', 'iptc', 'comments']) expect(after).not.toHaveProperty(name);
    expect(Buffer.from(after.picture).includes('Camera')).toBe(false);
  });

  it('is turned upright', async () => {
    // Orientation 6: shown turned by a quarter, clockwise, so that what is left comes to the top.
    const lying = await halves().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { picture, width, height } = await clean(lying);
    expect({ width, height }).toStrictEqual({ width: 40, height: 60 });
    expect(await colourAt(picture, 20, 5)).toStrictEqual(red);
    expect(await colourAt(picture, 20, 54)).toStrictEqual(blue);
  });

  it('is made smaller when it is large, and never larger', async () => {
    const large = await clean(await halves(3000, 1000).jpeg().toBuffer());
    expect({ width: large.width, height: large.height }).toStrictEqual({ width: 1280, height: 427 });
    const small = await clean(await halves(2, 1).png().toBuffer());
    expect({ width: small.width, height: small.height }).toStrictEqual({ width: 2, height: 1 });
  });

  it('has square copies from its middle, where they are asked for', async () => {
    const squares = await squaresOf(
      await halves(600, 400)
        .withExif({ IFD0: { Make: 'Camera' } })
        .jpeg()
        .toBuffer(),
    );
    expect(squares.map(({ side, format, width, height }) => ({ side, format, width, height }))).toStrictEqual(
      [
        { side: 96, format: 'webp', width: 96, height: 96 },
        { side: 256, format: 'webp', width: 256, height: 256 },
      ],
    );
    for (const { side, content, exif } of squares) {
      expect(exif).toBeUndefined();
      expect(await colourAt(content, 5, side / 2)).toStrictEqual(red);
      expect(await colourAt(content, side - 6, side / 2)).toStrictEqual(blue);
    }
    expect((await cleanPicture(await halves().png().toBuffer()))?.small).toStrictEqual([]);
  });

  it('has copies that are square, and no larger than itself', async () => {
    const squares = await squaresOf(await halves(120, 60).png().toBuffer());
    expect(squares.map(({ width, height }) => [width, height])).toStrictEqual([
      [60, 60],
      [60, 60],
    ]);
  });

  it('keeps what can be seen through', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const upload = sharp({ create: { width: 8, height: 8, channels: 4, background: clear } });
    const { picture } = await clean(await upload.png().toBuffer());
    const raw = await sharp(picture).ensureAlpha().raw().toBuffer();
    expect(raw[3]).toBe(0);
  });

  it('that moves keeps its first frame', async () => {
    const frames = [
      halves().png(),
      sharp({ create: { width: 60, height: 40, channels: 3, background: '#0f0' } }).png(),
    ];
    const buffers = await Promise.all(frames.map((frame) => frame.toBuffer()));
    const moving = await sharp(buffers, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { picture, pages, height } = await clean(moving);
    expect({ pages, height }).toStrictEqual({ pages: undefined, height: 40 });
    expect(await colourAt(picture, 5, 20)).toStrictEqual(red);
  });

  it('is written the same way each time', async () => {
    const upload = await halves().jpeg().toBuffer();
    expect((await clean(upload)).picture).toStrictEqual((await clean(upload)).picture);
  });
});

/** A PNG of nothing but zeros: some bytes that stand for very many. */
function blackPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, grey.
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('what is no picture', () => {
  const markup = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>';

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', Buffer.from(markup)],
    ['an SVG with a declaration', Buffer.from(`<?xml version="1.0"?>${markup}`)],
    ['three bytes', Buffer.from([1, 2, 3])],
    ['nothing', Buffer.alloc(0)],
    ['the first bytes of a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])('such as %s is refused', async (_, upload) => {
    expect(await cleanPicture(upload)).toBeNull();
  });

  it('such as a TIFF, which may not be uploaded, is refused', async () => {
    expect(await cleanPicture(await halves().tiff().toBuffer())).toBeNull();
    expect(await cleanPicture(await halves().png().toBuffer())).not.toBeNull();
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('such as half a %s is refused', async (format) => {
    const whole = await halves(600, 400)[format]().toBuffer();
    expect(await cleanPicture(whole.subarray(0, whole.length / 2))).toBeNull();
    expect(await cleanPicture(whole)).not.toBeNull();
  });

  it('such as one more byte than may be uploaded is refused', async () => {
    const picture = await halves().png().toBuffer();
    const padded = (length: number) => Buffer.concat([picture, Buffer.alloc(length - picture.length)]);
    expect(await cleanPicture(padded(imageBytesMax + 1))).toBeNull();
    expect(await cleanPicture(padded(imageBytesMax))).not.toBeNull();
  });
});

describe('a picture that is small as a file and huge when it is decoded', () => {
  it.each([
    ['too wide', 10_001, 8],
    ['too high', 8, 10_001],
    ['too many pixels', 9_000, 9_000],
  ])('is refused: %s', async (_, width, height) => {
    const bomb = blackPng(width, height);
    expect(bomb.length).toBeLessThan(20_000);
    expect(await cleanPicture(bomb)).toBeNull();
  });

  it('is taken when it is just small enough', async () => {
    expect(await clean(blackPng(10_000, 8))).toMatchObject({ width: 1280, height: 1 });
  });
});
