import { IconBrandGoogle } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import classes from './delete-account.module.css';
import { deletionProblem } from './deletion-problem.ts';

/** For people without a password here: they sign in at Google once more, and come back to this page. */
export const ConfirmWithGoogle = () => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const leave = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { goToGoogle } = await import('../../data/session/google-sign-in.ts');
      await goToGoogle('/settings/delete-account');
      // The page is on its way out; the button turns until then.
    } catch (error) {
      setProblem(Object.values(deletionProblem(error)).join(' '));
      setBusy(false);
    }
  };

  return (
    <div className={classes.stack}>
      <p>First sign in with Google once more, so that we know it is you. You then have five minutes.</p>
      <div>
        <Button
          variant="default"
          busy={busy}
          icon={<IconBrandGoogle size={20} stroke={1.75} aria-hidden="true" />}
          onClick={() => void leave()}
        >
          Confirm with Google
        </Button>
      </div>
      <div role="alert">{problem ? <FieldError>{problem}</FieldError> : null}</div>
    </div>
  );
};
