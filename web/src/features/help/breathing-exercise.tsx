import { Button } from '../../ui/button.tsx';
import type { BreathPhase } from './breath-at.ts';
import classes from './breathing-exercise.module.css';
import { useBreathing } from './use-breathing.ts';

const words: Readonly<Record<BreathPhase, string>> = {
  in: 'Breathe in',
  hold: 'Hold',
  out: 'Breathe out',
};

/**
 * A circle that grows, rests and shrinks in the rhythm 4–4–6. With reduced motion it stands still, and words and the count
 * lead. A screen reader hears the word at each turn, and not the count.
 */
export const BreathingExercise = () => {
  const { breath, start, stop } = useBreathing();
  return (
    <div className={classes.exercise}>
      <div className={classes.place} aria-hidden="true">
        <div className={classes.circle} data-phase={breath?.phase} />
        <p className={classes.count}>{breath?.left}</p>
      </div>
      <p role="status" className={classes.words}>
        {breath ? words[breath.phase] : ''}
      </p>
      <Button variant={breath ? 'default' : 'filled'} onClick={breath ? stop : start}>
        {breath ? 'Stop' : 'Start'}
      </Button>
    </div>
  );
};
