import { Blob } from 'node:buffer';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkPictureFile } from './check-picture-file.ts';
import { fileMegabytesMax, type PictureProblem, pictureSentence } from './picture-problem.ts';

const picture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#37a' } });

/** The code of the problem with a file; null when it is good. */
async function problemOf(content: string | Uint8Array, type = 'image/png'): Promise<string | null> {
  return checkPictureFile(new Blob([content], { type })).then(
    () => null,
    (problem: PictureProblem) => problem.code,
  );
}

const bytes = async (made: ReturnType<typeof picture>) => new Uint8Array(await made.toBuffer());

/** A PNG that says to be this large and has nothing in it. */
function bombPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
  return new Uint8Array(header);
}

describe('a file', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'is taken as %s, whatever its type says',
    async (format) => {
      const content = await bytes(picture()[format]());
      expect(await problemOf(content, `image/${format}`)).toBeNull();
      expect(await problemOf(content, 'text/html')).toBeNull();
      expect(await problemOf(content, '')).toBeNull();
    },
  );

  it('that moves is taken', async () => {
    const frames = await Promise.all([picture(), picture()].map((frame) => frame.png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await problemOf(new Uint8Array(moving))).toBeNull();
  });

  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
  it.each([
    ['nothing', '', 'empty'],
    ['a page called a PNG', '<!doctype html><script>alert(1)</script>', 'not-a-picture'],
    ['a drawing', drawing, 'drawing'],
    ['a drawing with a declaration', `<?xml version="1.0"?>\n${drawing}`, 'drawing'],
    ['the first bytes of a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'not-a-picture'],
    ['a HEIC photo', heic(), 'heic'],
  ] as const)('that is %s is refused', async (_, content, code) => {
    expect(await problemOf(content)).toBe(code);
  });

  it('that is a TIFF is refused', async () => {
    expect(await problemOf(await bytes(picture().tiff()))).toBe('not-a-picture');
  });

  it.each([
    ['too wide', 10_001, 8],
    ['too high', 8, 10_001],
    ['too many pixels', 9_000, 9_000],
  ])('that is small but decodes to a huge picture is refused: %s', async (_, width, height) => {
    const bomb = bombPng(width, height);
    expect(bomb.length).toBeLessThan(100);
    expect(await problemOf(bomb)).toBe('too-large');
    expect(await problemOf(bombPng(7_000, 7_000))).toBeNull();
  });

  it('of more bytes than anybody needs is refused', async () => {
    const content = await bytes(picture().png());
    const padded = (length: number) => {
      const all = new Uint8Array(length);
      all.set(content);
      return all;
    };
    expect(await problemOf(padded(fileMegabytesMax * 1_000_000 + 1))).toBe('too-heavy');
    expect(await problemOf(padded(fileMegabytesMax * 1_000_000))).toBeNull();
  });
});

/** The head of a HEIC photo. */
function heic(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
}

it('every problem has a sentence that a person can act on', () => {
  expect(pictureSentence(new Error('words for developers'))).toBe(
    'Something went wrong on our side. Try again.',
  );
});
