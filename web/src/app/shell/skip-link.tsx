import classes from './skip-link.module.css';

/** First stop of the keyboard: past the navigation, to the content. */
export const SkipLink = () => (
  <a href="#main" className={classes.skip}>
    Skip to content
  </a>
);
