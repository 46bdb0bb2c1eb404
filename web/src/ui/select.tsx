import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import field from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import classes from './select.module.css';

interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> {
  options: readonly { value: string; label: string }[];
  /** The first entry, while nothing is chosen: "Choose a topic". */
  placeholder?: string;
}

/** One of a list that people know. The browser's own, which every phone and screen reader handles well. */
export const Select = ({
  label,
  description,
  error,
  optional,
  options,
  placeholder,
  ...select
}: SelectProps) => (
  <Field label={label} description={description} error={error} optional={optional ?? false}>
    {(control) => (
      <div className={classes.box}>
        <select {...select} {...control} className={field.box}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <IconChevronDown size={18} stroke={1.75} aria-hidden="true" />
      </div>
    )}
  </Field>
);
