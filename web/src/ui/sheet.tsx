import type { SheetProps } from './dialog-props.ts';
import { onDemand } from './on-demand.ts';

const part = onDemand(() => import('./sheet-panel.tsx').then(({ SheetPanel }) => SheetPanel));

/** Fetch the sheet's code ahead. */
export const preloadSheet = part.preload;

/** Content over the screen: from below on a phone, where a swipe closes it too, and from the side on anything wider. */
export const Sheet = (props: SheetProps) => {
  const Panel = part.useWhen(props.open, props.onClose);
  return Panel ? <Panel {...props} /> : null;
};
