import type { PictureArea } from './picture-field-props.ts';

/** The largest part of this shape (width over height) from the middle of a picture. */
export function middleOf(
  { width, height }: { readonly width: number; readonly height: number },
  aspect: number,
): PictureArea {
  const [w, h] = width / height > aspect ? [height * aspect, height] : [width, width / aspect];
  return { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h };
}
