import type { ComponentProps, CSSProperties } from 'react';
import field from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { lengthNote } from './length-note.ts';
import classes from './text-area.module.css';

interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'id' | 'className'> {
  /** As TextField's. */
  limit?: number;
}

/** Several lines of text; grows with them where the browser can. */
export const TextArea = ({
  label,
  description,
  error,
  optional,
  limit,
  rows = 3,
  ...area
}: TextAreaProps) => (
  <Field
    label={label}
    description={description}
    error={error}
    optional={optional ?? false}
    count={lengthNote(area.value ?? area.defaultValue, limit)}
  >
    {(control) => (
      <textarea
        dir="auto"
        {...area}
        {...control}
        rows={rows}
        className={`${field.box} ${classes.area}`}
        style={{ '--rows': rows } as CSSProperties}
      />
    )}
  </Field>
);
