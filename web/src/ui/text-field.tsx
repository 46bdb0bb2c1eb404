import type { ComponentProps, ReactNode } from 'react';
import field from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { lengthNote } from './length-note.ts';
import classes from './text-field.module.css';

interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'id' | 'className'> {
  /** A sign inside the field, before the text: "@". Decoration. */
  leftSection?: ReactNode;
  /** A control inside the field, after the text. */
  rightSection?: ReactNode;
  /** So many characters are allowed. Nothing is cut: the field says how many are too many. */
  limit?: number;
}

/** A line of text. What people type keeps its own direction. */
export const TextField = ({
  label,
  description,
  error,
  optional,
  leftSection,
  rightSection,
  limit,
  ...input
}: TextFieldProps) => (
  <Field
    label={label}
    description={description}
    error={error}
    optional={optional ?? false}
    count={lengthNote(input.value ?? input.defaultValue, limit)}
  >
    {(control) => (
      <div className={classes.box}>
        {leftSection ? (
          <span className={classes.left} aria-hidden="true">
            {leftSection}
          </span>
        ) : null}
        <input
          dir="auto"
          {...input}
          {...control}
          className={field.box}
          data-left={leftSection ? '' : undefined}
          data-right={rightSection ? '' : undefined}
        />
        {rightSection ? <span className={classes.right}>{rightSection}</span> : null}
      </div>
    )}
  </Field>
);
