import type { ReportDialogProps } from './dialog-props.ts';
import { onDemand } from './on-demand.ts';

const part = onDemand(() => import('./report-window.tsx').then(({ ReportWindow }) => ReportWindow));

/** Asks why somebody or something is reported, and then says that the report has arrived. */
export const ReportDialog = (props: ReportDialogProps) => {
  const Window = part.useWhen(props.open, props.onClose);
  return Window ? <Window {...props} /> : null;
};
