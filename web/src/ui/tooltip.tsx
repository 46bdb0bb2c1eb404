import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useState,
} from 'react';
import { onDemand } from './on-demand.ts';

const popup = onDemand(() => import('./tooltip-popup.tsx').then(({ TooltipPopup }) => TooltipPopup));

/** A pointer rests this long before the words come, in milliseconds, and they go this long after it has left. */
const REST = 500;
const LINGER = 120;

interface Handlers {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: (event: FocusEvent<HTMLElement>) => void;
}

interface TooltipProps {
  /** The name of what it stands beside, which is also its `aria-label`: screen readers hear it from there. */
  label: string;
  /** While something else hangs there: a menu. */
  off?: boolean;
  /** One element that takes pointer and focus handlers. */
  children: ReactElement<Handlers>;
}

/** Words for a control without any: after a pointer has rested on it, or at once with the keyboard. Escape hides them. */
export const Tooltip = ({ label, off = false, children }: TooltipProps) => {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [shown, setShown] = useState(false);
  const [delay, setDelay] = useState<{ show: boolean; after: number } | null>(null);
  const Popup = popup.useWhen(shown, () => setShown(false));

  useEffect(() => {
    if (delay === null) return;
    const timer = setTimeout(() => setShown(delay.show), delay.after);
    return () => clearTimeout(timer);
  }, [delay]);

  useEffect(() => {
    if (!shown) return;
    const hide = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setShown(false);
    };
    document.addEventListener('keydown', hide);
    return () => document.removeEventListener('keydown', hide);
  }, [shown]);

  const { props } = children;
  const later = (show: boolean, after: number) => setDelay({ show, after });
  const now = (show: boolean) => {
    setDelay(null);
    setShown(show);
  };
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event) => {
          props.onPointerEnter?.(event);
          if (event.pointerType !== 'mouse') return;
          popup.preload();
          setAnchor(event.currentTarget);
          later(true, REST);
        },
        onPointerLeave: (event) => {
          props.onPointerLeave?.(event);
          later(false, LINGER);
        },
        onPointerDown: (event) => {
          props.onPointerDown?.(event);
          now(false);
        },
        onFocus: (event) => {
          props.onFocus?.(event);
          if (!event.currentTarget.matches(':focus-visible')) return;
          setAnchor(event.currentTarget);
          now(true);
        },
        onBlur: (event) => {
          props.onBlur?.(event);
          now(false);
        },
      })}
      {Popup && anchor ? (
        <Popup
          open={shown && !off}
          anchor={anchor}
          label={label}
          onStay={() => setDelay(null)}
          onLeave={() => later(false, LINGER)}
        />
      ) : null}
    </>
  );
};
