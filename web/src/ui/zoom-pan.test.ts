import { describe, expect, it } from 'vitest';
import { fit, pan, SCALE_MAX, WHOLE, zoom } from './zoom-pan.ts';

const stage = { width: 400, height: 800 };
const fitted = { width: 400, height: 300 };

describe('a picture on its stage', () => {
  it('is seen whole, and never larger than it is', () => {
    expect(fit({ width: 800, height: 600 }, stage)).toEqual({ width: 400, height: 300 });
    expect(fit({ width: 600, height: 1_600 }, stage)).toEqual({ width: 300, height: 800 });
    expect(fit({ width: 40, height: 30 }, stage)).toEqual({ width: 40, height: 30 });
  });

  it('keeps what is under the fingers under them while it is zoomed', () => {
    const point = { x: 100, y: 0 };
    const view = zoom(WHOLE, 2, point, fitted, stage);
    expect(view).toEqual({ scale: 2, x: -100, y: 0 });
    // The same part of the picture lies under the point before and after.
    expect((point.x - view.x) / view.scale).toBe(point.x / WHOLE.scale);
  });

  it('is zoomed between whole and five times, and lies in the middle when it is whole', () => {
    const near = zoom(WHOLE, 100, { x: 200, y: 0 }, fitted, stage);
    expect(near.scale).toBe(SCALE_MAX);
    expect(zoom(near, 0.001, { x: -200, y: 100 }, fitted, stage)).toEqual(WHOLE);
  });

  it('moves as far as its edges, and not at all where it is smaller than the stage', () => {
    const near = zoom(WHOLE, 2, { x: 0, y: 0 }, fitted, stage);
    expect(pan(near, { x: 50, y: 50 }, fitted, stage)).toEqual({ scale: 2, x: 50, y: 0 });
    expect(pan(near, { x: 5_000, y: -5_000 }, fitted, stage)).toEqual({ scale: 2, x: 200, y: 0 });
    expect(pan(WHOLE, { x: 50, y: 50 }, fitted, stage)).toEqual(WHOLE);
  });
});
