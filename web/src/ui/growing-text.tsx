import { type ComponentProps, useRef } from 'react';
import classes from './growing-text.module.css';

interface GrowingTextProps extends Omit<ComponentProps<'textarea'>, 'className' | 'value'> {
  value: string;
  /** Parts of the value that stand out, in order. */
  marks?: readonly { readonly start: number; readonly end: number }[];
}

/** A field without a frame that grows with its text, up to eight lines: for what has a frame of its own, as a composer. */
export const GrowingText = ({ value, marks = [], ...rest }: GrowingTextProps) => {
  const copy = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.growing} data-text={value}>
      {marks.length === 0 ? null : (
        <div ref={copy} className={classes.copy} dir="auto" aria-hidden="true">
          {marks.map(({ start, end }, index) => (
            <span key={start}>
              {value.slice(marks[index - 1]?.end ?? 0, start)}
              <mark className={classes.mark}>{value.slice(start, end)}</mark>
            </span>
          ))}
          {value.slice(marks.at(-1)?.end)}{' '}
        </div>
      )}
      <textarea
        dir="auto"
        rows={1}
        {...rest}
        value={value}
        className={classes.field}
        onScroll={(event) => copy.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  );
};
