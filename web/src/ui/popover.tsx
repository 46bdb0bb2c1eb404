import { onDemand } from './on-demand.ts';
import type { PopoverProps } from './popover-props.ts';

const part = onDemand(() => import('./popover-popup.tsx').then(({ PopoverPopup }) => PopoverPopup));

/** Fetch the popover's code ahead. */
export const preloadPopover = part.preload;

/**
 * A small surface beside what opened it, for a choice that is no list of commands: reactions, a date, a filter. Give what
 * opens it `aria-haspopup="dialog"` and `aria-expanded`.
 */
export const Popover = (props: PopoverProps) => {
  const Popup = part.useWhen(props.open, props.onClose);
  return Popup ? <Popup {...props} /> : null;
};
