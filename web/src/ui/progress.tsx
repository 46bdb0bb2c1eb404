import { useId } from 'react';
import classes from './progress.module.css';

interface ProgressProps {
  /** What is going on: "Sending 3 pictures". */
  label: string;
  /** From 0 to 1; null while the size is not known. */
  value: number | null;
  /** In words, at the end of the line: "2 of 3". */
  words?: string;
}

/** How far something that takes more than a second has come. */
export const Progress = ({ label, value, words }: ProgressProps) => {
  const id = useId();
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <span id={id}>{label}</span>
        {words ? <span className={classes.amount}>{words}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={words}
        className={classes.track}
        data-unknown={percent === null || undefined}
      >
        <div className={classes.done} style={percent === null ? undefined : { width: `${percent}%` }} />
      </div>
    </div>
  );
};
