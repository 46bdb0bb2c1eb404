interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Width over height of the frame of so many pictures, whose tiles are squares. */
const RATIOS: Readonly<Record<number, number>> = { 2: 2, 3: 3 / 2, 4: 1, 5: 6 / 5, 6: 3 / 2 };
const WIDTH_MAX = 320;
const HEIGHT_MAX = 360;
const SIDE_MIN = 120;

/**
 * The frame that the pictures of a message are drawn in: its width in CSS pixels, and its width over its height. One
 * picture has its own shape unless that would make it very wide or high.
 */
export function pictureFrame(pictures: readonly Sides[]): { width: number; ratio: number } {
  const [first] = pictures;
  const ratio = RATIOS[pictures.length];
  if (first === undefined || ratio !== undefined) return { width: WIDTH_MAX, ratio: ratio ?? 1 };
  const scale = Math.min(1, WIDTH_MAX / first.width, HEIGHT_MAX / first.height);
  const width = Math.round(Math.max(SIDE_MIN, first.width * scale));
  const height = Math.round(Math.max(SIDE_MIN, first.height * scale));
  return { width, ratio: width / height };
}
