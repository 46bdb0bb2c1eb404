import { errorSentence, toDataError } from '../data-error.ts';

/** Why a file cannot become a picture here. */
export type PictureProblemCode =
  | 'empty'
  | 'too-heavy'
  | 'drawing'
  | 'heic'
  | 'not-a-picture'
  | 'too-large'
  | 'broken'
  | 'refused'
  | 'slow';

/** Thrown while a picture is read, sent or checked. */
export class PictureProblem extends Error {
  readonly code: PictureProblemCode;
  constructor(code: PictureProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'PictureProblem';
    this.code = code;
  }
}

/** Megabytes of a file that somebody may choose. What is sent is much smaller. */
export const fileMegabytesMax = 30;

const SENTENCES: Readonly<Record<PictureProblemCode, string>> = {
  empty: 'This file is empty. Choose another one.',
  'too-heavy': `This file is larger than ${fileMegabytesMax} MB. Choose a smaller one.`,
  drawing: 'This is a drawing in SVG, which we do not take. Save it as a PNG or JPEG first.',
  heic: 'This is a HEIC photo, which many browsers cannot read. Save it as a JPEG first.',
  'not-a-picture': 'This is not a picture we can read. Choose a JPEG, PNG, WebP, GIF or AVIF.',
  'too-large': 'This picture has too many pixels. Choose one with at most 50 megapixels.',
  broken: 'We could not read this picture. It may be damaged. Try another one.',
  refused: 'We could not use this picture, so nothing was changed. Try another one.',
  slow: 'It took too long to check your picture, so nothing was changed. Try again.',
};

/** What a person reads, whatever was thrown. */
export function pictureSentence(cause: unknown): string {
  return cause instanceof PictureProblem ? SENTENCES[cause.code] : errorSentence(toDataError(cause));
}
