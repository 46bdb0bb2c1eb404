import { imagePixelsMax, imageUploadSideMax } from '@sameboat/model/limits';
import { imageDimensionsFromData } from 'image-dimensions';
import { fileMegabytesMax, PictureProblem } from './picture-problem.ts';

/**
 * Throws PictureProblem for a file that should not be decoded here. Only its bytes count, whatever its name or type
 * says. Its size in pixels is read from its head: decoding a small file of many pixels could take the tab down.
 */
export async function checkPictureFile(file: Pick<Blob, 'size' | 'arrayBuffer'>): Promise<void> {
  if (file.size === 0) throw new PictureProblem('empty');
  if (file.size > fileMegabytesMax * 1_000_000) throw new PictureProblem('too-heavy');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = imageDimensionsFromData(bytes);
  if (found === undefined || found.type === 'heic') throw new PictureProblem(kindOf(bytes));
  const { width, height } = found;
  if (width === 0 || height === 0) throw new PictureProblem('broken');
  const isTooLarge = Math.max(width, height) > imageUploadSideMax || width * height > imagePixelsMax;
  if (isTooLarge) throw new PictureProblem('too-large');
}

/** What a file is that is none of our types. */
function kindOf(bytes: Uint8Array): 'heic' | 'drawing' | 'not-a-picture' {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000));
  if (/^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s.test(start)) return 'heic';
  return /<svg[\s>]/i.test(start) ? 'drawing' : 'not-a-picture';
}
