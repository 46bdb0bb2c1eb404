import type { ReportWords } from '@sameboat/model/report';
import { onDemand } from './on-demand.ts';

export interface ReportDialogProps {
  open: boolean;
  /** Its heading: "Report Ada". */
  title: string;
  /** Sends it, and answers with what was wrong, in a sentence, or null when it has arrived. Must not throw. */
  onSend: (report: ReportWords) => Promise<string | null>;
  onClose: () => void;
}

const part = onDemand(() => import('./report-window.tsx').then(({ ReportWindow }) => ReportWindow));

/** Asks why somebody or something is reported, and then says that the report has arrived. */
export const ReportDialog = (props: ReportDialogProps) => {
  const Window = part.useWhen(props.open, props.onClose);
  return Window ? <Window {...props} /> : null;
};
