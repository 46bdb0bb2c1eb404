import { useSession } from '../../data/session/use-session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { SchemeChoice } from './scheme-choice.tsx';
import classes from './settings-page.module.css';
import { SignOutButton } from './sign-out-button.tsx';

/** "You": how others see me, how the app looks to me, and the way out. */
export const SettingsPage = () => {
  usePageTitle('You');
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  const { uid, email, profile } = session;
  return (
    <>
      <PageHeader title="You" />
      <PageBody>
        <section className={classes.me} aria-label="Your profile">
          <Avatar id={uid} name={profile.displayName} size={72} />
          <div className={classes.names}>
            <p className={classes.name} dir="auto">
              {profile.displayName}
            </p>
            <p className={classes.quiet}>
              <bdi dir="ltr">@{profile.handle}</bdi>
            </p>
            <p className={classes.hint}>Everybody with an account can see these two names.</p>
          </div>
        </section>

        <section className={classes.section} aria-labelledby="look">
          <h2 id="look" className={classes.heading}>
            Appearance
          </h2>
          <SchemeChoice labelledBy="look" />
        </section>

        <section className={classes.section} aria-labelledby="account">
          <h2 id="account" className={classes.heading}>
            Account
          </h2>
          <dl className={classes.facts}>
            <dt>E-mail</dt>
            <dd dir="auto">{email ?? 'None'}</dd>
            <dd className={classes.hint}>Only you see it.</dd>
          </dl>
          <SignOutButton />
        </section>
      </PageBody>
    </>
  );
};
