import type { CommunityEntry } from '../../data/watch-community.ts';
import classes from './community-about.module.css';

/** What it is for, and what its members agree on. */
export const CommunityAbout = ({ community }: { community: CommunityEntry }) => (
  <>
    <section className={classes.part}>
      <h2 className={classes.title}>About</h2>
      <p className={classes.text} dir="auto">
        {community.about.trim() === '' ? 'No description yet.' : community.about}
      </p>
    </section>
    {community.rules.trim() === '' ? null : (
      <section className={classes.part}>
        <h2 className={classes.title}>Rules</h2>
        <p className={classes.text} dir="auto">
          {community.rules}
        </p>
      </section>
    )}
  </>
);
