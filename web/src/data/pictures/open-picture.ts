import { checkPictureFile } from './check-picture-file.ts';
import { PictureProblem } from './picture-problem.ts';

/** A part of an open picture, in its pixels. */
export interface PictureArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture that was decoded on this device: upright, and no camera data in it any more. */
export interface OpenPicture {
  /** An object URL to show it by, until it is closed. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** The part as a new picture, as WebP or JPEG, at most `widthMax` pixels wide. Throws PictureProblem 'broken'. */
  cut(area: PictureArea, widthMax: number): Promise<Blob>;
  close(): void;
}

/** The longer side of what is cut from: more than any picture of ours needs, and little enough for an old phone. */
const SIDE_MAX = 2_048;

/** Decodes a file that somebody chose; of a moving picture the first frame. Throws PictureProblem. */
export async function openPicture(file: Blob): Promise<OpenPicture> {
  await checkPictureFile(file);
  const whole = await decode(file);
  const scale = Math.min(1, SIDE_MAX / Math.max(whole.width, whole.height));
  const size = { width: Math.round(whole.width * scale) || 1, height: Math.round(whole.height * scale) || 1 };
  const canvas = draw(whole, { x: 0, y: 0, width: whole.width, height: whole.height }, size);
  whole.close();
  const url = URL.createObjectURL(await encode(canvas, 'image/webp'));
  return {
    url,
    ...size,
    async cut(area, widthMax) {
      const width = Math.max(1, Math.round(Math.min(area.width, widthMax)));
      const height = Math.max(1, Math.round((width * area.height) / area.width));
      const part = draw(canvas, area, { width, height });
      const picture = await encode(part, 'image/webp');
      // A browser that cannot write WebP answers with a PNG, which is large and may be refused for it.
      return picture.type === 'image/webp' ? picture : encode(onWhite(part), 'image/jpeg');
    },
    close: () => URL.revokeObjectURL(url),
  };
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new PictureProblem('broken', { cause });
  }
}

function draw(
  source: CanvasImageSource,
  { x, y, width, height }: PictureArea,
  size: { readonly width: number; readonly height: number },
): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, x, y, width, height, 0, 0, size.width, size.height);
  return canvas;
}

/** JPEG has no transparency: what can be seen through would become black. */
function onWhite(picture: HTMLCanvasElement): HTMLCanvasElement {
  const { width, height } = picture;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new PictureProblem('broken');
  return context;
}

function encode(canvas: HTMLCanvasElement, type: 'image/webp' | 'image/jpeg'): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PictureProblem('broken'))), type, 0.9);
  });
}
