import type { ShownProfile } from '@sameboat/model/own-profile';
import { topicName } from '@sameboat/model/topics';
import type { User } from '@sameboat/model/user';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { Chip } from './chip.tsx';
import { Cover } from './cover.tsx';
import { useDiscreet, useShownName } from './discreet.ts';
import { lastActiveWords } from './last-active.ts';
import { placeWords } from './place-field.tsx';
import classes from './profile-card.module.css';

interface ProfileCardProps {
  uid: string;
  user: Pick<User, 'displayName' | 'handle' | 'avatar' | 'cover'>;
  shown: ShownProfile;
  /** Under the name, where it stays while the rest comes: a button. */
  action?: ReactNode;
}

/** A person as somebody gets to see them: what they do not show is not there. */
export const ProfileCard = ({ uid, user, shown, action = null }: ProfileCardProps) => {
  const { displayName, handle, avatar, cover } = user;
  const active = lastActiveWords(shown.lastActiveAt, Date.now());
  return (
    <div className={classes.card}>
      {cover === null ? null : <Cover id={uid} picture={cover} />}
      <div className={classes.head}>
        <Avatar id={uid} name={displayName} picture={avatar} size={72} />
        <div className={classes.names}>
          <p className={classes.name} dir="auto">
            {useShownName(displayName)}
          </p>
          {useDiscreet() ? null : (
            <p className={classes.quiet}>
              <bdi dir="ltr">@{handle}</bdi>
            </p>
          )}
        </div>
      </div>
      {action ? <div>{action}</div> : null}
      {shown.place || active ? (
        <p className={classes.meta}>
          {shown.place ? (
            <span className={classes.place}>
              <IconMapPin size={16} stroke={1.75} aria-hidden="true" />
              <bdi>{placeWords(shown.place)}</bdi>
            </span>
          ) : null}
          {active ? <span>{active}</span> : null}
        </p>
      ) : null}
      {shown.bio ? (
        <p className={classes.bio} dir="auto">
          {shown.bio}
        </p>
      ) : null}
      {shown.topics.length > 0 ? (
        <ul className={classes.topics} aria-label="Topics">
          {shown.topics.map((topic) => (
            <li key={topic}>
              <Chip>{topicName(topic)}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};
