import { imageSideMax, type SmallImageSide } from '@sameboat/model/image';
import { imageBytesMax, imagePixelsMax, imageUploadSideMax } from '@sameboat/model/limits';
import type { Sharp } from 'sharp';
import type { CleanPicture } from './settle-picture.ts';

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
 * Decodes an uploaded picture and writes it anew as WebP: upright, at most 1280 pixels a side, in sRGB, without any
 * metadata (a photo tells where it was taken), and the first picture of a moving one. `squares` asks for copies of these
 * sides, cut from the middle; no picture is enlarged. Null for what is no picture, is broken, or is too large to decode.
 */
export async function cleanPicture(
  upload: Uint8Array,
  squares: readonly SmallImageSide[] = [],
): Promise<CleanPicture | null> {
  if (upload.byteLength > imageBytesMax) return null;
  const sharp = await loadSharp();
  try {
    const picture = sharp(upload, { limitInputPixels: imagePixelsMax, failOn: 'error' });
    const { width, height } = await picture.metadata();
    if (Math.max(width, height) > imageUploadSideMax) return null;
    const { data: content, info } = await toWebp(
      picture
        .autoOrient()
        .resize({ width: imageSideMax, height: imageSideMax, fit: 'inside', withoutEnlargement: true }),
    );
    const small = [];
    for (const side of squares) {
      const length = Math.min(side, info.width, info.height);
      // From the picture just written: the upload, which may be huge, is decoded once.
      const square = await toWebp(sharp(content).resize({ width: length, height: length, fit: 'cover' }));
      small.push({ side, content: square.data });
    }
    return { content, small };
  } catch {
    return null;
  }
}

function toWebp(picture: Sharp) {
  return picture.webp({ quality: 80 }).timeout({ seconds: 30 }).toBuffer({ resolveWithObject: true });
}
