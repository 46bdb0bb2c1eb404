import { topicName } from '@sameboat/model/topics';
import { useId } from 'react';
import { Link } from 'react-router';
import type { FoundCommunity } from '../../data/find-communities.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Chip } from '../../ui/chip.tsx';
import { activeWords, sizeWords } from '../../ui/community-words.ts';
import { placeWords } from '../../ui/place-field.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import classes from './community-card.module.css';

/** A community as somebody finds it: its name leads to it, its button too, by the shorter way. */
export const CommunityCard = ({ found, joined }: { found: FoundCommunity; joined: boolean }) => {
  const { community, km } = found;
  const active = activeWords(community, Date.now());
  const nameId = useId();
  return (
    <article className={classes.card} aria-labelledby={nameId}>
      <Avatar id={community.id} name={community.name} picture={community.avatar} kind="group" />
      <div className={classes.words}>
        <h2 className={classes.name}>
          <Link id={nameId} to={`/communities/${community.id}`} className={classes.link}>
            <ShownName name={community.name} />
          </Link>
        </h2>
        <p className={classes.meta}>
          {community.place ? <bdi>{placeWords(community.place)}</bdi> : 'Anywhere'}
          {km !== null ? ` · ${kmWords(km)}` : null}
          {` · ${sizeWords(community.size)}`}
          {active === null ? null : ` · ${active}`}
        </p>
        {community.about ? (
          <p className={classes.about} dir="auto">
            {firstLine(community.about)}
          </p>
        ) : null}
        <Chip>{topicName(community.topic)}</Chip>
      </div>
      <div className={classes.join}>
        <ButtonLink
          to={`/communities/${community.id}`}
          variant={joined ? 'default' : 'light'}
          wide
          aria-describedby={nameId}
        >
          {joined ? 'Open' : 'Join'}
        </ButtonLink>
      </div>
    </article>
  );
};

/** A distance between two places that are known to about 5 km, told in steps of 10. */
export function kmWords(km: number): string {
  return km < 10 ? 'within 10 km' : `about ${Math.round(km / 10) * 10} km`;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
