import type { ConfirmDialogProps } from './dialog-props.ts';
import { onDemand } from './on-demand.ts';

const part = onDemand(() => import('./confirm-window.tsx').then(({ ConfirmWindow }) => ConfirmWindow));

/** Fetch the question's code ahead. */
export const preloadConfirmDialog = part.preload;

/** Asks before something that cannot be taken back. Escape and a press on the scrim cancel; the safe button has the focus. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const Window = part.useWhen(props.open, props.onCancel);
  return Window ? <Window {...props} /> : null;
};
