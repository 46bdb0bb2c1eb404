import classes from './community-text.module.css';

/** What it is for, and what its members agree on. */
export const CommunityText = ({ community }: { community: { about: string; rules: string } }) => (
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
