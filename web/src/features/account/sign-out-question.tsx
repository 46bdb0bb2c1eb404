import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { accountProblem } from './account-sentences.ts';

interface SignOutQuestionProps {
  /** What the button says, here and in the question. */
  label: string;
  title: string;
  variant: 'default' | 'subtle';
  /** Ends the session. The page is then loaded anew by whoever follows it. */
  leave: () => Promise<void>;
  children: ReactNode;
}

/** A button that signs out after a question, for what waits to be sent on this device goes with it. */
export const SignOutQuestion = ({ label, title, variant, leave, children }: SignOutQuestionProps) => {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await leave();
    } catch (error) {
      setProblem(accountProblem(error).sentence);
      setBusy(false);
    }
  };

  return (
    <>
      <Button variant={variant} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        confirmLabel={label}
        cancelLabel="Stay"
        busy={busy}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{children}</p>
        {problem ? <p role="alert">{problem}</p> : null}
      </ConfirmDialog>
    </>
  );
};
