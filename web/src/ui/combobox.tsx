import { useEffect, useRef, useState } from 'react';
import type { ComboboxOption, ComboboxProps } from './combobox-props.ts';
import field from './field.module.css';
import { Field } from './field.tsx';
import { onDemand } from './on-demand.ts';

const part = onDemand(() => import('./combobox-control.tsx').then(({ ComboboxControl }) => ComboboxControl));

/**
 * One of a long list, found by typing. The best match is highlighted from the first letter on; Enter, Tab or leaving
 * the field take it. What matches nothing stays in the field with a sentence, and is never dropped without a word.
 */
export const Combobox = ({ label, description, error, optional, unknown, ...rest }: ComboboxProps) => {
  const [unmatched, setUnmatched] = useState('');
  const placeholder = useRef<HTMLInputElement>(null);
  const [approached, setApproached] = useState(false);
  const Control = part.useWhen(true);
  useEffect(() => {
    if (document.activeElement === placeholder.current) setApproached(true);
  });
  return (
    <Field
      label={label}
      description={description}
      error={unmatched ? unknown(unmatched) : error}
      optional={optional ?? false}
    >
      {(control) =>
        Control ? (
          <Control
            {...rest}
            {...control}
            label={label}
            autoFocus={approached}
            isUnmatched={unmatched !== ''}
            onUnmatched={setUnmatched}
          />
        ) : (
          // The same box, until the kit's code is here.
          <input
            {...control}
            ref={placeholder}
            readOnly
            className={field.box}
            placeholder={rest.placeholder}
            value={labelOf(rest.options, rest.value)}
            onFocus={() => setApproached(true)}
            onBlur={() => setApproached(false)}
          />
        )
      }
    </Field>
  );
};

function labelOf(options: readonly ComboboxOption[], value: string | null): string {
  return options.find((option) => option.value === value)?.label ?? '';
}
