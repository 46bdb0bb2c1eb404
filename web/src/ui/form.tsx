import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { FieldError } from './field.tsx';
import classes from './form.module.css';
import type { FormState } from './use-form.ts';

interface FormProps<Values> {
  form: FormState<Values>;
  /** Its name for screen readers, where no heading beside it is. */
  label?: string;
  children: ReactNode;
  /** What the button does: "Create account". */
  submitLabel: string;
  /** Beside the button: a way out. */
  beside?: ReactNode;
  /** For a form that deletes. */
  danger?: boolean;
  /** The button as wide as the form, where the form is a narrow column. */
  wideButton?: boolean;
  /** When somebody enters it: time to load what sending it needs. */
  onApproach?: () => void;
}

/** Fields, what is wrong with all of them together, and a button that is never blocked: it says what is missing. */
export const Form = <Values,>({
  form,
  label,
  children,
  submitLabel,
  beside,
  danger = false,
  wideButton = false,
  onApproach,
}: FormProps<Values>) => (
  <form
    ref={form.ref}
    noValidate
    aria-label={label}
    className={classes.form}
    onSubmit={form.onSubmit}
    onFocus={onApproach}
  >
    {children}
    <div role="alert" className={classes.alert}>
      {form.problem ? (
        <div className={classes.problem}>
          <FieldError>{form.problem}</FieldError>
        </div>
      ) : null}
    </div>
    <div className={classes.buttons}>
      <Button type="submit" busy={form.busy} danger={danger} wide={wideButton}>
        {submitLabel}
      </Button>
      {beside}
    </div>
  </form>
);
