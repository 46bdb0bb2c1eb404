import { Mark } from '../../ui/mark.tsx';
import classes from './water.module.css';

/** The boat of the mark on still water, at the foot of the page. Decoration. */
export const Water = () => (
  <div className={classes.water} aria-hidden="true">
    <Mark size={96} />
    <span className={classes.line} />
    <span className={classes.line} />
    <span className={classes.line} />
  </div>
);
