import type { DialogProps } from './dialog-props.ts';
import { onDemand } from './on-demand.ts';

const part = onDemand(() => import('./dialog-window.tsx').then(({ DialogWindow }) => DialogWindow));

/** Fetch the code of dialogs and sheets ahead. */
export const preloadDialog = part.preload;

/** A window over the screen for one short task. For a yes or no take ConfirmDialog; for what is read beside the screen, Sheet. */
export const Dialog = (props: DialogProps) => {
  const Window = part.useWhen(props.open, props.onClose);
  return Window ? <Window {...props} /> : null;
};
