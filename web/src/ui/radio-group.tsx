import { type ReactNode, useId } from 'react';
import { FieldError } from './field.tsx';
import classes from './radio-group.module.css';

export interface RadioOption<Value extends string> {
  value: Value;
  label: string;
  /** One quiet sentence under the label. */
  description?: ReactNode;
  /** A Tabler icon, for `look="segments"`. */
  icon?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps<Value extends string> {
  /** The question or the name of the choice. */
  label: string;
  /** Where a heading beside it says the same. */
  labelHidden?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** `segments` lays two to four short options side by side in one bar. */
  look?: 'list' | 'segments';
  disabled?: boolean;
}

/** One of a few, all in sight. */
export const RadioGroup = <Value extends string>({
  label,
  labelHidden = false,
  description,
  error,
  options,
  value,
  onChange,
  look = 'list',
  disabled = false,
}: RadioGroupProps<Value>) => {
  const id = useId();
  return (
    <fieldset
      className={classes.group}
      disabled={disabled}
      aria-describedby={description ? `${id}-note` : undefined}
    >
      <legend className={classes.label} data-hidden={labelHidden || undefined}>
        {label}
      </legend>
      {description ? (
        <p id={`${id}-note`} className={classes.note}>
          {description}
        </p>
      ) : null}
      <div className={look === 'segments' ? classes.segments : classes.list}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-invalid={error ? true : undefined}
              aria-describedby={
                error ? `${id}-error` : option.description ? `${id}-${option.value}` : undefined
              }
              onChange={() => onChange(option.value)}
            />
            {option.icon ? <span aria-hidden="true">{option.icon}</span> : null}
            <span className={classes.words}>
              {option.label}
              {option.description ? (
                <span id={`${id}-${option.value}`} className={classes.note}>
                  {option.description}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
};
