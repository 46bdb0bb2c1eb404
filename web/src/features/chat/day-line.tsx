import { useNow } from '../../ui/use-now.ts';
import { dayWords } from './day-words.ts';
import classes from './timeline-lines.module.css';

/** Where a day begins. */
export const DayLine = ({ at }: { at: number }) => {
  const now = useNow();
  return (
    <p className={classes.day}>
      <span>{dayWords(new Date(at), now)}</span>
    </p>
  );
};
