import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { accountProblem } from './account-sentences.ts';

/** Ends every sign-in after a question. */
export const SignOutEverywhereButton = () => {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const leave = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { signOutEverywhere } = await import('../../data/session/sign-out-everywhere.ts');
      await signOutEverywhere();
      // The page is loaded anew by whoever follows the session.
    } catch (error) {
      setProblem(accountProblem(error).sentence);
      setBusy(false);
    }
  };

  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        open={asking}
        title="Sign out everywhere?"
        confirmLabel="Sign out everywhere"
        cancelLabel="Stay"
        busy={busy}
        onConfirm={() => void leave()}
        onCancel={() => setAsking(false)}
      >
        <p>
          You are signed out on every device within seconds, this one too. Messages and drafts are removed
          from this device. Nothing you have sent is deleted.
        </p>
        {problem ? <p role="alert">{problem}</p> : null}
      </ConfirmDialog>
    </>
  );
};
