import { type MouseEvent, type PointerEvent, type TouchEvent, useEffect, useRef, useState } from 'react';
import { preloadMenu } from './menu.tsx';
import type { ScreenPoint } from './menu-entry.ts';

/** How long a finger rests before it means the menu, in milliseconds, and how far it may tremble, in pixels. */
const LONG = 500;
const TREMBLE = 8;

interface MenuPressOptions {
  /** The menu was asked for at this point, over this element. */
  onPress: (at: ScreenPoint, target: Element) => void;
  /** Where the browser's own menu is wanted: over a link, a selected text. */
  isLeftAlone?: (target: Element) => boolean;
}

/**
 * What asks for a menu: right click, long press, and the keyboard's menu key (Shift+F10). Spread the handlers over the
 * element, or over a list of them. A long press does not also press what is under it.
 */
export function useMenuPress({ onPress, isLeftAlone = () => false }: MenuPressOptions) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef<ScreenPoint | null>(null);
  const pressedLong = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const stop = () => {
    clearTimeout(timer.current);
    start.current = null;
  };

  return {
    onContextMenu: (event: MouseEvent) => {
      if (!(event.target instanceof Element) || isLeftAlone(event.target)) return;
      event.preventDefault();
      stop();
      // From the keyboard the event comes without a place: the element's own then.
      const fromKeyboard = event.clientX === 0 && event.clientY === 0;
      const box = event.target.getBoundingClientRect();
      const at = { x: box.left + 16, y: box.top + 16 };
      onPress(fromKeyboard ? at : { x: event.clientX, y: event.clientY }, event.target);
    },
    onPointerEnter: preloadMenu,
    onPointerDown: (event: PointerEvent) => {
      pressedLong.current = false;
      const { target } = event;
      if (event.pointerType === 'mouse' || !(target instanceof Element) || isLeftAlone(target)) return;
      const point = { x: event.clientX, y: event.clientY };
      start.current = point;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        pressedLong.current = true;
        start.current = null;
        onPress(point, target);
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
}

/** The menu of one row. Spread `handlers` over the element; give `open`, `anchor` and `close` to a Menu. */
export function useContextMenu() {
  const [at, setAt] = useState<ScreenPoint | null>(null);
  const [open, setOpen] = useState(false);
  const handlers = useMenuPress({
    onPress: (point) => {
      setAt(point);
      setOpen(true);
    },
  });
  return { open, anchor: at ?? { x: 0, y: 0 }, close: () => setOpen(false), handlers };
}
