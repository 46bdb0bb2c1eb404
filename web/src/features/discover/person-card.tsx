import { topicName } from '@sameboat/model/topics';
import { useId } from 'react';
import type { FoundPerson } from '../../data/find-people.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PersonLink } from '../../ui/person-link.tsx';
import { placeWords } from '../../ui/place-field.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import classes from './person-card.module.css';

/** Somebody who chose to be found: their name leads to their profile. */
export const PersonCard = ({ person }: { person: FoundPerson }) => {
  const nameId = useId();
  const { uid, displayName, handle, avatar, place, km, topics } = person;
  return (
    <article className={classes.card} aria-labelledby={nameId}>
      <Avatar id={uid} name={displayName} picture={avatar} />
      <div className={classes.words}>
        <h2 className={classes.name} id={nameId}>
          <PersonLink uid={uid}>
            <ShownName name={displayName} />
          </PersonLink>
        </h2>
        <p className={classes.meta}>
          <bdi dir="ltr">@{handle}</bdi>
          {place ? (
            <>
              {' · '}
              <bdi>{placeWords(place)}</bdi>
            </>
          ) : null}
          {km === null ? null : ` · within ${km} km`}
        </p>
        {topics.length > 0 ? (
          <div className={classes.topics}>
            {topics.map((topic) => (
              <Chip key={topic}>{topicName(topic)}</Chip>
            ))}
          </div>
        ) : null}
      </div>
      <span className={classes.message}>
        <ButtonLink to={`/people/${uid}/message`} variant="default" size="small" aria-describedby={nameId}>
          Message
        </ButtonLink>
      </span>
    </article>
  );
};
