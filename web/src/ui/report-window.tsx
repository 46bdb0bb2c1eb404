import { limits } from '@sameboat/model/limits';
import { reportWordsSchema } from '@sameboat/model/report';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import type { ReportDialogProps } from './dialog-props.ts';
import { DialogWindow } from './dialog-window.tsx';
import { Form } from './form.tsx';
import { RadioGroup, type RadioOption } from './radio-group.tsx';
import classes from './report-window.module.css';
import { TextArea } from './text-area.tsx';
import { useForm } from './use-form.ts';

type Reason = 'harassment' | 'harm' | 'spam' | 'impersonation' | 'privacy' | 'other';

const reasons: readonly RadioOption<Reason>[] = [
  { value: 'harassment', label: 'Insults, threats or pressure' },
  { value: 'harm', label: 'Encourages somebody to harm themselves or others' },
  { value: 'privacy', label: 'Tells something private about somebody' },
  { value: 'impersonation', label: 'Pretends to be somebody else' },
  { value: 'spam', label: 'Advertising or a scam' },
  { value: 'other', label: 'Something else' },
];

/** The kit's part of a report. */
export const ReportWindow = ({ open, title, onSend, onClose }: ReportDialogProps) => {
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (open) setSent(false);
  }, [open]);
  return (
    <DialogWindow
      open={open}
      onClose={onClose}
      title={sent ? 'Thank you' : title}
      foot={sent ? <Button onClick={onClose}>Close</Button> : undefined}
    >
      {sent ? (
        <p role="status">
          Your report has arrived, and somebody will look at it. Nobody it is about is told who sent it.
        </p>
      ) : (
        <ReportForm onSend={onSend} onSent={() => setSent(true)} />
      )}
    </DialogWindow>
  );
};

const ReportForm = ({ onSend, onSent }: Pick<ReportDialogProps, 'onSend'> & { onSent: () => void }) => {
  const form = useForm<{ reason: Reason | null; note: string }, { reason: Reason; note: string }>({
    initialValues: { reason: null, note: '' },
    schema: reportWordsSchema,
    submit: async (report) => {
      const problem = await onSend(report);
      if (problem !== null) return { form: problem };
      onSent();
      return undefined;
    },
  });
  return (
    <Form form={form} submitLabel="Send report">
      <p className={classes.lead}>
        The people who look after Sameboat read it. If somebody is in danger now, use Help first.
      </p>
      <RadioGroup {...form.choice('reason')} label="What is wrong?" options={reasons} />
      <TextArea
        {...form.text('note')}
        label="What happened"
        description="What we should know, in your own words."
        limit={limits.noteMax}
        optional
      />
    </Form>
  );
};
