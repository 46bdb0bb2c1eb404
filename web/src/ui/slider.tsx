import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';
import classes from './slider.module.css';

interface SliderProps
  extends Omit<FieldProps, 'count' | 'optional'>,
    Omit<ComponentProps<'input'>, 'id' | 'className' | 'type' | 'value' | 'onChange'> {
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** The value as people say it: "within 50 km". Shown and spoken. */
  words: string;
}

/** A number where the rough place matters more than the digits. The browser's own range, which fingers and readers know. */
export const Slider = ({
  label,
  description,
  error,
  value,
  min,
  max,
  onChange,
  words,
  ...range
}: SliderProps) => (
  <Field label={label} description={description} error={error}>
    {(control) => (
      <div className={classes.row}>
        <input
          {...range}
          {...control}
          type="range"
          min={min}
          max={max}
          value={value}
          aria-valuetext={words}
          className={classes.range}
          style={{ '--done': `${((value - min) / (max - min)) * 100}%` } as React.CSSProperties}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output className={classes.words}>{words}</output>
      </div>
    )}
  </Field>
);
