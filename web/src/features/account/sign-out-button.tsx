import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { accountProblem } from './account-sentences.ts';

/** Signs out after a question, for what waits to be sent on this device goes with it. */
export const SignOutButton = ({ variant = 'default' }: { variant?: 'default' | 'link' }) => {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const leave = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { signOut } = await import('../../data/session/sign-out.ts');
      await signOut();
      // The page is loaded anew by whoever follows the session.
    } catch (error) {
      setProblem(accountProblem(error).sentence);
      setBusy(false);
    }
  };

  return (
    <>
      <Button variant={variant === 'link' ? 'subtle' : 'default'} onClick={() => setAsking(true)}>
        Sign out
      </Button>
      <ConfirmDialog
        open={asking}
        title="Sign out on this device?"
        confirmLabel="Sign out"
        cancelLabel="Stay"
        busy={busy}
        onConfirm={() => void leave()}
        onCancel={() => setAsking(false)}
      >
        <p>Your messages and drafts are removed from this device. Nothing you have sent is deleted.</p>
        {problem ? <p role="alert">{problem}</p> : null}
      </ConfirmDialog>
    </>
  );
};
