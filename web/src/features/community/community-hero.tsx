import { roundedMemberCount } from '@sameboat/model/community';
import { topicName } from '@sameboat/model/topics';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { Chip } from '../../ui/chip.tsx';
import { placeWords } from '../../ui/place-field.tsx';
import classes from './community-hero.module.css';
import { coverTone } from './cover-tone.ts';

/** Cover, name, place and topic. `exact` for members, who may see each other anyway. */
export const CommunityHero = ({ community, exact }: { community: CommunityEntry; exact: boolean }) => (
  <div className={classes.hero}>
    <div className={classes.cover} data-tone={coverTone(community.id)} aria-hidden="true" />
    <h1 className={classes.name} dir="auto" tabIndex={-1}>
      {community.name}
    </h1>
    <p className={classes.meta}>
      {community.place ? <bdi>{placeWords(community.place)}</bdi> : 'Anywhere'}
      {' · '}
      {exact && community.memberCount > 0
        ? exactWords(community.memberCount)
        : roughWords(community.memberCount)}
    </p>
    <Chip>{topicName(community.topic)}</Chip>
  </div>
);

function exactWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}

function roughWords(count: number): string {
  const rounded = roundedMemberCount(count);
  return 'under' in rounded ? `under ${rounded.under} members` : `about ${rounded.about} members`;
}
