import { imageBytesMax } from '@sameboat/model/limits';

/** The longer side of a stored picture, in pixels. */
export const storedSideMax = 2048;

/** What an uploaded picture may have at most: 50 million pixels are what phones take, and need about 1 GB as AVIF. */
const sideMax = 10_000;
const pixelsMax = 50_000_000;

/** Of all that libvips can read, the uploadable types: an SVG would be a document, with links, in a picture's place. */
const decoders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

/** Loaded at first use: 18 MB of libraries that no other function needs. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: decoders });
  return sharp;
}

/**
 * Decodes an uploaded picture and writes it anew as WebP: upright, at most 2048 pixels a side, in sRGB, without any
 * metadata (a photo tells where it was taken), and the first picture of a moving one. Null for what is no picture, is
 * broken, or is too large to decode.
 */
export async function cleanPicture(upload: Uint8Array): Promise<Uint8Array | null> {
  if (upload.byteLength > imageBytesMax) return null;
  const sharp = await loadSharp();
  try {
    const picture = sharp(upload, { limitInputPixels: pixelsMax, failOn: 'error' });
    const { width, height } = await picture.metadata();
    if (Math.max(width, height) > sideMax) return null;
    return await picture
      .autoOrient()
      .resize({ width: storedSideMax, height: storedSideMax, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: 30 })
      .toBuffer();
  } catch {
    return null;
  }
}
