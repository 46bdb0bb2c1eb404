import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import classes from './text-field.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string;
  /** One quiet sentence under the label. */
  description?: ReactNode;
  /** A sentence that says what is wrong and how to mend it. */
  error?: string | null | undefined;
  /** A sign inside the field, before the text: "@". Decoration. */
  leftSection?: ReactNode;
  /** A control inside the field, after the text. */
  rightSection?: ReactNode;
}

/**
 * A line of text with its label above and, when something is wrong, a sentence below that is tied to the field
 * (`aria-invalid`, `aria-describedby`) and stays until it is mended. What people type keeps its own direction. By hand
 * rather than Mantine's input, which would be a tenth of everything that loads before sign-in.
 */
export const TextField = ({
  label,
  description,
  error,
  leftSection,
  rightSection,
  className,
  ...input
}: TextFieldProps) => {
  const id = useId();
  const notes = [description ? `${id}-note` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {description ? (
        <p id={`${id}-note`} className={classes.note}>
          {description}
        </p>
      ) : null}
      <div className={classes.box}>
        {leftSection ? (
          <span className={classes.left} aria-hidden="true">
            {leftSection}
          </span>
        ) : null}
        <input
          dir="auto"
          {...input}
          id={id}
          className={classes.input}
          data-left={leftSection ? '' : undefined}
          data-right={rightSection ? '' : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={notes || undefined}
        />
        {rightSection ? <span className={classes.right}>{rightSection}</span> : null}
      </div>
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
};
