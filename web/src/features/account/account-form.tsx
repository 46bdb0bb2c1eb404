import type { FormEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import classes from './account-form.module.css';

interface AccountFormProps {
  children: ReactNode;
  /** The deed: "Create account". */
  submitLabel: string;
  busy: boolean;
  /** A sentence about the whole form, spoken at once. */
  problem: string | null;
  onSubmit: () => void;
  /** Called when somebody begins to type: time to load what submitting needs. */
  onApproach?: () => void;
}

/** A form that never blocks its button: it says what is missing, and puts the cursor there. */
export const AccountForm = ({
  children,
  submitLabel,
  busy,
  problem,
  onSubmit,
  onApproach,
}: AccountFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const tried = useRef(false);

  useEffect(() => {
    if (!tried.current || busy) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!wrong) return;
    tried.current = false;
    wrong.focus();
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    tried.current = true;
    onSubmit();
  };

  return (
    <form ref={form} noValidate className={classes.form} onSubmit={submit} onFocus={onApproach}>
      {children}
      <div role="alert" className={classes.alert}>
        {problem ? <p className={classes.problem}>{problem}</p> : null}
      </div>
      <Button type="submit" busy={busy}>
        {submitLabel}
      </Button>
    </form>
  );
};
