import { topicName } from '@sameboat/model/topics';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { activeWords, sizeWords } from '../../ui/community-words.ts';
import { Cover } from '../../ui/cover.tsx';
import { useShownName } from '../../ui/discreet.ts';
import { placeWords } from '../../ui/place-field.tsx';
import classes from './community-hero.module.css';

interface CommunityHeroProps {
  community: CommunityEntry;
  /** The exact number, which members know; null for people outside. */
  memberCount: number | null;
}

/** Cover and face, the name in full, place, size and topic. The name's heading is the one in the page's head. */
export const CommunityHero = ({ community, memberCount }: CommunityHeroProps) => (
  <div className={classes.hero}>
    <Cover id={community.id} picture={community.cover} />
    <div className={classes.face}>
      <Avatar id={community.id} name={community.name} picture={community.avatar} size={72} kind="group" />
    </div>
    <p className={classes.name} dir="auto">
      {useShownName(community.name)}
    </p>
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
