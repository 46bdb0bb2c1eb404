import { useSession } from '../../data/session/use-session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useShownName } from '../../ui/discreet.ts';
import classes from './my-name.module.css';

/** Myself at the head of "You". */
export const MyName = () => {
  const session = useSession();
  const shownName = useShownName(session.status === 'signed-in' ? session.profile.displayName : '');
  if (session.status !== 'signed-in') return null;
  const { uid, profile } = session;
  return (
    <section className={classes.me} aria-label="Your profile">
      <Avatar id={uid} name={profile.displayName} picture={profile.avatar} size={72} />
      <div className={classes.names}>
        <p className={classes.name} dir="auto">
          {shownName}
        </p>
        <p className={classes.quiet}>
          <bdi dir="ltr">@{profile.handle}</bdi>
        </p>
      </div>
    </section>
  );
};
