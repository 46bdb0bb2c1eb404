import { IconBrandGoogle } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { accountProblem } from './account-sentences.ts';
import classes from './google-button.module.css';

/** Leaves for Google's page to sign in there. Nothing is asked of Google before it is pressed. */
export const GoogleButton = ({ from }: { from: string | undefined }) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const leave = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { goToGoogle } = await import('../../data/session/google-sign-in.ts');
      await goToGoogle(from);
      // The page is on its way out; the button turns until then.
    } catch (error) {
      setProblem(accountProblem(error).sentence);
      setBusy(false);
    }
  };

  return (
    <div className={classes.other}>
      <p className={classes.or}>or</p>
      <Button
        variant="default"
        wide
        busy={busy}
        icon={<IconBrandGoogle size={20} stroke={1.75} aria-hidden="true" />}
        onClick={() => void leave()}
      >
        Continue with Google
      </Button>
      <div role="alert">{problem ? <FieldError>{problem}</FieldError> : null}</div>
    </div>
  );
};
