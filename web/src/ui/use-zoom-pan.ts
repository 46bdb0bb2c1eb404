import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { fit, type Point, pan, type Size, type View, WHOLE, zoom } from './zoom-pan.ts';

interface ZoomPanOptions {
  /** Null until it is drawn. */
  stage: HTMLElement | null;
  picture: Size;
  /** A swipe while the picture is whole: 1 to the next, -1 to the one before, as the page is read. */
  onSwipe: (step: 1 | -1) => void;
}

/** A finger that moved less than this has tapped, and one that moved more across has swiped. */
const TAP_PX = 10;
const SWIPE_PX = 50;
const DOUBLE_TAP_MS = 300;
const CLOSE_UP = 2.5;
const STEP_PX = 80;

interface Tap extends Point {
  readonly at: number;
}

/** Zooms by pinch, double tap, wheel and keys; moves by drag and arrow keys. All in CSS pixels. */
export function useZoomPan({ stage, picture, onSwipe }: ZoomPanOptions) {
  const [view, setView] = useState<View>(WHOLE);
  const now = useRef(view);
  const fingers = useRef(new Map<number, Point>());
  const start = useRef<Point>({ x: 0, y: 0 });
  const wasPinch = useRef(false);
  const lastTap = useRef<Tap | null>(null);
  const shown = useRef(picture);
  shown.current = picture;

  const show = (next: View) => {
    now.current = next;
    setView(next);
  };
  const sizes = (): [fitted: Size, stage: Size] => {
    const { clientWidth: width = 1, clientHeight: height = 1 } = stage ?? {};
    return [fit(shown.current, { width, height }), { width, height }];
  };
  const zoomBy = (factor: number, point: Point = { x: 0, y: 0 }) =>
    show(zoom(now.current, factor, point, ...sizes()));
  const panBy = (by: Point) => show(pan(now.current, by, ...sizes()));
  const toMiddle = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left = 0, top = 0, width = 0, height = 0 } = stage?.getBoundingClientRect() ?? {};
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: for as long as there is a stage
  useEffect(() => {
    // A window that was turned may leave the picture beside the stage.
    const onResize = () => show(WHOLE);
    // Not through React, whose listener cannot keep the browser from zooming the page as well.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 400), toMiddle(event));
    };
    window.addEventListener('resize', onResize);
    stage?.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      window.removeEventListener('resize', onResize);
      stage?.removeEventListener('wheel', onWheel);
    };
  }, [stage]);

  const onTap = (point: Point) => {
    const before = lastTap.current;
    const at = performance.now();
    lastTap.current = { ...point, at };
    if (before === null || at - before.at > DOUBLE_TAP_MS || distance(before, point) > 3 * TAP_PX) return;
    lastTap.current = null;
    if (now.current.scale > 1) show(WHOLE);
    else zoomBy(CLOSE_UP, point);
  };

  const onUp = (event: PointerEvent) => {
    if (!fingers.current.delete(event.pointerId) || fingers.current.size > 0 || wasPinch.current) return;
    const point = toMiddle(event);
    const across = point.x - start.current.x;
    if (distance(start.current, point) < TAP_PX) onTap(point);
    else if (
      now.current.scale === 1 &&
      Math.abs(across) > Math.max(SWIPE_PX, Math.abs(point.y - start.current.y))
    )
      onSwipe(across < 0 === (document.dir !== 'rtl') ? 1 : -1);
  };

  return {
    view,
    reset: () => show(WHOLE),
    /** Takes a key of the keyboard and returns whether it meant something here. */
    onKey(key: string): boolean {
      const by = ARROWS[key];
      if (key === '+' || key === '=') zoomBy(1.5);
      else if (key === '-') zoomBy(1 / 1.5);
      else if (key === '0') show(WHOLE);
      else if (by !== undefined && now.current.scale > 1) panBy(by);
      else return false;
      return true;
    },
    stageProps: {
      onPointerDown(event: PointerEvent) {
        if (event.pointerType === 'mouse' && event.button !== 0) return;
        stage?.setPointerCapture(event.pointerId);
        const point = toMiddle(event);
        wasPinch.current = fingers.current.size > 0;
        if (!wasPinch.current) start.current = point;
        fingers.current.set(event.pointerId, point);
      },
      onPointerMove(event: PointerEvent) {
        const before = fingers.current.get(event.pointerId);
        if (before === undefined) return;
        const point = toMiddle(event);
        fingers.current.set(event.pointerId, point);
        const [other] = [...fingers.current].filter(([id]) => id !== event.pointerId).map(([, each]) => each);
        if (other === undefined) {
          if (now.current.scale > 1) panBy({ x: point.x - before.x, y: point.y - before.y });
          return;
        }
        const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
        zoomBy(distance(point, other) / Math.max(1, distance(before, other)), middle);
        panBy({ x: (point.x - before.x) / 2, y: (point.y - before.y) / 2 });
      },
      onPointerUp: onUp,
      onPointerCancel(event: PointerEvent) {
        fingers.current.delete(event.pointerId);
      },
    },
  };
}

/** An arrow key shows what lies on its side. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: STEP_PX, y: 0 },
  ArrowRight: { x: -STEP_PX, y: 0 },
  ArrowUp: { x: 0, y: STEP_PX },
  ArrowDown: { x: 0, y: -STEP_PX },
};

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
