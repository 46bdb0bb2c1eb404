import { type ComponentProps, type ReactNode, useId } from 'react';
import classes from './checkbox.module.css';
import { FieldError } from './field.tsx';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> {
  label: ReactNode;
  /** One quiet sentence under the label. */
  description?: ReactNode;
  error?: ReactNode;
}

/** One thing to agree to or to choose; takes part in a form. For a setting that acts at once take Switch. */
export const Checkbox = (props: CheckboxProps) => <Tick {...props} kind="checkbox" />;

/** A setting that is on or off and acts at once. */
export const Switch = (props: CheckboxProps) => <Tick {...props} kind="switch" />;

const Tick = ({
  label,
  description,
  error,
  kind,
  ...input
}: CheckboxProps & { kind: 'checkbox' | 'switch' }) => {
  const id = useId();
  const notes = [description ? `${id}-note` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={classes.field}>
      <div className={classes.row} data-kind={kind}>
        <input
          {...input}
          id={id}
          type="checkbox"
          role={kind === 'switch' ? 'switch' : undefined}
          className={kind === 'switch' ? classes.switch : classes.box}
          aria-invalid={error ? true : undefined}
          aria-describedby={notes || undefined}
        />
        <span className={classes.words}>
          <label htmlFor={id}>{label}</label>
          {description ? (
            <span id={`${id}-note`} className={classes.note}>
              {description}
            </span>
          ) : null}
        </span>
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
};
