import { type MouseEvent, type PointerEvent, type TouchEvent, useEffect, useRef, useState } from 'react';
import { preloadMenu } from './menu.tsx';
import type { ScreenPoint } from './menu-entry.ts';

/** How long a finger rests before it means the menu, in milliseconds, and how far it may tremble, in pixels. */
const LONG = 500;
const TREMBLE = 8;

/**
 * The menu of a row or a message: right click, long press, and the keyboard's menu key (Shift+F10). Spread `handlers`
 * over the element; give `open`, `anchor` and `close` to a Menu. A long press does not also press what is under it.
 */
export function useContextMenu() {
  const [at, setAt] = useState<ScreenPoint | null>(null);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef<ScreenPoint | null>(null);
  const pressedLong = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (point: ScreenPoint) => {
    setAt(point);
    setOpen(true);
  };
  const stop = () => {
    clearTimeout(timer.current);
    start.current = null;
  };

  const handlers = {
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      stop();
      // From the keyboard the event comes without a place: the element's own then.
      const fromKeyboard = event.clientX === 0 && event.clientY === 0;
      const box = event.currentTarget.getBoundingClientRect();
      show(fromKeyboard ? { x: box.left + 16, y: box.top + 16 } : { x: event.clientX, y: event.clientY });
    },
    onPointerEnter: preloadMenu,
    onPointerDown: (event: PointerEvent) => {
      pressedLong.current = false;
      if (event.pointerType === 'mouse') return;
      const point = { x: event.clientX, y: event.clientY };
      start.current = point;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        pressedLong.current = true;
        start.current = null;
        show(point);
      }, LONG);
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current === null) return;
      if (Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) > TREMBLE) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    // Else the browser makes a click of the finger that is lifted, on what the menu has put under it.
    onTouchEnd: (event: TouchEvent) => {
      if (!pressedLong.current) return;
      pressedLong.current = false;
      event.preventDefault();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!pressedLong.current) return;
      pressedLong.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };

  return { open, anchor: at ?? { x: 0, y: 0 }, close: () => setOpen(false), handlers };
}
