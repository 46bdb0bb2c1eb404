import type { ReportDialogProps } from './dialog-props.ts';
import { ReportDialog } from './report-dialog.tsx';
import { TextButton } from './text-button.tsx';

interface ReportButtonProps extends Omit<ReportDialogProps, 'title'> {
  /** What is reported: "Report this chat". */
  label: string;
  begin: () => void;
}

/** A quiet way to report what the screen shows. */
export const ReportButton = ({ label, begin, ...dialog }: ReportButtonProps) => (
  <p>
    <TextButton quiet onClick={begin}>
      {label}
    </TextButton>
    <ReportDialog {...dialog} title={label} />
  </p>
);
