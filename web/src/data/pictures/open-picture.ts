import { imageSideMax } from '@sameboat/model/image';
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
  const canvas = await drawPicture(file, SIDE_MAX);
  const url = URL.createObjectURL(await encode(canvas, 'image/webp'));
  return {
    url,
    width: canvas.width,
    height: canvas.height,
    cut(area, widthMax) {
      const width = Math.max(1, Math.round(Math.min(area.width, widthMax)));
      const height = Math.max(1, Math.round((width * area.height) / area.width));
      return toFile(draw(canvas, area, { width, height }));
    },
    close: () => URL.revokeObjectURL(url),
  };
}

/** A picture whole, ready to be sent. Its sides are in pixels. */
export interface PreparedPicture {
  readonly picture: Blob;
  readonly width: number;
  readonly height: number;
}

/** As `openPicture`, but the whole picture, at most `imageSideMax` pixels a side. */
export async function preparePicture(file: Blob): Promise<PreparedPicture> {
  const canvas = await drawPicture(file, imageSideMax);
  return { picture: await toFile(canvas), width: canvas.width, height: canvas.height };
}

async function drawPicture(file: Blob, sideMax: number): Promise<HTMLCanvasElement> {
  await checkPictureFile(file);
  const whole = await decode(file);
  const scale = Math.min(1, sideMax / Math.max(whole.width, whole.height));
  const size = { width: Math.round(whole.width * scale) || 1, height: Math.round(whole.height * scale) || 1 };
  const canvas = draw(whole, { x: 0, y: 0, width: whole.width, height: whole.height }, size);
  whole.close();
  return canvas;
}

async function toFile(canvas: HTMLCanvasElement): Promise<Blob> {
  const picture = await encode(canvas, 'image/webp');
  // A browser that cannot write WebP answers with a PNG, which is large and may be refused for it.
  return picture.type === 'image/webp' ? picture : encode(onWhite(canvas), 'image/jpeg');
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
