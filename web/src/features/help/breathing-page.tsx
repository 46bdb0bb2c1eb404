import { Link } from 'react-router';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { BreathingExercise } from './breathing-exercise.tsx';
import classes from './help-page.module.css';

/** `/help/breathing`. Works without an account and without a network, as Help does. */
export const BreathingPage = () => {
  usePageTitle('Breathing');
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Breathe with the circle</h1>
      <p className={classes.lead}>
        In for four seconds, hold for four, out for six. A few rounds are enough. If holding your breath feels
        wrong, leave it out.
      </p>
      <BreathingExercise />
      <p className={classes.foot}>
        If it does not help, or you feel dizzy, stop and breathe as you like.{' '}
        <Link to="/help">Help has people to talk to</Link>.
      </p>
    </div>
  );
};
