import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../data/session/use-session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { SchemeChoice } from './scheme-choice.tsx';
import classes from './settings-page.module.css';
import { SignOutButton } from './sign-out-button.tsx';

/** "You": how others see me, how I sign in, how the app looks, and the way out. */
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
          </div>
        </section>

        <Group title="What others see">
          <Row name="Display name" note="Beside your messages.">
            <bdi>{profile.displayName}</bdi>
          </Row>
          <Row name="Handle" note="Yours alone. Everybody with an account can find you by it.">
            <bdi dir="ltr">@{profile.handle}</bdi>
          </Row>
        </Group>

        <Group title="Signing in">
          <Row name="E-mail" note="Only you see it.">
            <bdi dir="ltr">{email ?? 'None'}</bdi>
          </Row>
          <Row name="Password" note="We send you a link to choose a new one.">
            <Link to="/reset-password" state={email === null ? undefined : { email }}>
              Change password
            </Link>
          </Row>
        </Group>

        <Group title="On this device">
          <Row name="Colours" note="Light by day, dark at night, or whatever your device says.">
            <SchemeChoice />
          </Row>
          <Row name="Sign out" note="Removes your messages and drafts from this device. What you sent stays.">
            <SignOutButton />
          </Row>
        </Group>
      </PageBody>
    </>
  );
};

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.group}>
    <h2 className={classes.heading}>{title}</h2>
    <div className={classes.rows}>{children}</div>
  </section>
);

const Row = ({ name, note, children }: { name: string; note?: string; children: ReactNode }) => (
  <div className={classes.row}>
    <div className={classes.label}>
      <p>{name}</p>
      {note ? <p className={classes.note}>{note}</p> : null}
    </div>
    <div className={classes.value}>{children}</div>
  </div>
);
