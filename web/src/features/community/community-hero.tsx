import { topicName } from '@sameboat/model/topics';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { Chip } from '../../ui/chip.tsx';
import { activeWords, sizeWords } from '../../ui/community-words.ts';
import { placeWords } from '../../ui/place-field.tsx';
import classes from './community-hero.module.css';
import { coverTone } from './cover-tone.ts';

interface CommunityHeroProps {
  community: CommunityEntry;
  /** The exact number, which members know; null for people outside. */
  memberCount: number | null;
}

/** Cover, name, place and topic. */
export const CommunityHero = ({ community, memberCount }: CommunityHeroProps) => (
  <div className={classes.hero}>
    <div className={classes.cover} data-tone={coverTone(community.id)} aria-hidden="true" />
    <h1 className={classes.name} dir="auto" tabIndex={-1}>
      {community.name}
    </h1>
    <p className={classes.meta}>
      {community.place ? <bdi>{placeWords(community.place)}</bdi> : 'Anywhere'}
      {' · '}
      {[memberCount ? exactWords(memberCount) : sizeWords(community.size), activeWords(community, Date.now())]
        .filter((words) => words !== null)
        .join(' · ')}
    </p>
    <Chip>{topicName(community.topic)}</Chip>
  </div>
);

function exactWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}
