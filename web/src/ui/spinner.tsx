import classes from './spinner.module.css';

/** Turns while something is at work. Decoration: the control or a status says what. */
export const Spinner = ({ size = 18 }: { size?: 14 | 18 | 28 }) => (
  <span className={classes.spinner} data-size={size} aria-hidden="true" />
);
