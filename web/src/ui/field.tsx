import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './field.module.css';
import type { LengthNote } from './length-note.ts';

/** What ties a control to its label, note and error. Spread it over the control. */
export interface FieldControl {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

export interface FieldProps {
  label: string;
  /** One quiet sentence under the label. */
  description?: ReactNode;
  /** A sentence that says what is wrong and how to mend it. It stays until it is mended. */
  error?: ReactNode;
  /** May be left empty; says so in the label. */
  optional?: boolean;
  /** A quiet word under the control at its end: how many characters are left, or too many. */
  count?: LengthNote | null;
}

/** What every field has: a label above, a note, an error below, and the ties between them. */
export const Field = ({
  label,
  description,
  error,
  optional = false,
  count,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) => {
  const id = useId();
  const notes = [description ? `${id}-note` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
        {optional ? <span className={classes.optional}> (optional)</span> : null}
      </label>
      {description ? (
        <div id={`${id}-note`} className={classes.note}>
          {description}
        </div>
      ) : null}
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': notes || undefined,
      })}
      {error || count ? (
        <div className={classes.foot}>
          {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
          {count ? (
            <span className={classes.count} data-over={count.over || undefined}>
              {count.words}
            </span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
};

/** The red sentence itself, with a sign that does not need colour. */
export const FieldError = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p id={id} className={classes.error}>
    <IconAlertCircle size={16} stroke={2} aria-hidden="true" />
    <span>{children}</span>
  </p>
);
