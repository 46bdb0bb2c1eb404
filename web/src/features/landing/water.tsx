import classes from './water.module.css';

/** The boat of the mark on still water, at the foot of the page. Decoration. */
export const Water = () => (
  <div className={classes.water} aria-hidden="true">
    <svg
      className={classes.boat}
      viewBox="0 0 32 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M11.5 3v8M20.5 3v8" strokeWidth={2.4} />
      <path d="M4 14.5C5.5 20 10 22.6 16 22.6s10.5-2.6 12-8.1" strokeWidth={2.4} />
    </svg>
    <span className={classes.line} />
    <span className={classes.line} />
    <span className={classes.line} />
  </div>
);
