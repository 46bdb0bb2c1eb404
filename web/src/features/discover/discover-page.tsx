import { IconCompass, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { circleAround } from '../../data/circle.ts';
import { errorSentence } from '../../data/data-error.ts';
import type { DiscoverChoice } from '../../data/discover-choice.ts';
import type { FoundCommunity } from '../../data/find-communities.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CommunityCard } from './community-card.tsx';
import { CommunitySearch } from './community-search.tsx';
import { looserThan, toFilter, useDiscoverChoice } from './discover-filter.ts';
import { DiscoverFilters } from './discover-filters.tsx';
import classes from './discover-page.module.css';
import { DiscoverTabs } from './discover-tabs.tsx';
import { useFoundCommunities } from './use-found-communities.ts';

/** `/discover`: communities by topic and place. What one looks for stands in no address. */
export const DiscoverPage = () => {
  usePageTitle('Discover');
  const uid = useUid();
  const [choice, change] = useDiscoverChoice(uid);
  const filter = useMemo(() => toFilter(choice, Date.now()), [choice]);
  const { communities, hasMore, error, retry, showMore, loadingMore } = useFoundCommunities(uid, filter);
  const mine = useLive(watchMemberships(uid)).value?.communities;

  return (
    <>
      <PageHeader title="Discover" />
      <PageBody>
        <div className={classes.page}>
          <DiscoverTabs />
          <p className={classes.lead}>
            Choose what you live with and where. Nobody sees what you choose here.
          </p>
          <DiscoverFilters choice={choice} onChange={change} />
          <CommunitySearch key={uid} choice={choice} onChange={change} />
          {error && communities !== null && communities.length > 0 ? (
            <p role="status" className={classes.lead}>
              {error.code === 'not-loaded'
                ? 'You are offline. These are communities that this device has seen before.'
                : errorSentence(error)}
            </p>
          ) : null}
          {error && !communities?.length ? (
            <ErrorState title="We could not look for communities" onRetry={retry}>
              <p>{errorSentence(error)}</p>
            </ErrorState>
          ) : null}
          {communities === null && error === null ? (
            <Skeleton label="Looking for communities" shape="cards" count={4} />
          ) : null}
          {communities?.length === 0 && error === null ? (
            <NothingFound choice={choice} onChange={change} />
          ) : null}
          {communities && communities.length > 0 ? (
            <>
              <Widened choice={choice} found={communities} />
              <ul className={classes.list} aria-label="Communities">
                {communities.map((found) => (
                  <li key={found.community.id}>
                    <CommunityCard found={found} joined={mine?.has(found.community.id) ?? false} />
                  </li>
                ))}
              </ul>
              {hasMore ? (
                <Button variant="default" onClick={showMore} busy={loadingMore}>
                  Show more
                </Button>
              ) : null}
              <p className={classes.start}>
                Not what you are looking for? <Link to="/communities/new">Start a community</Link>
              </p>
            </>
          ) : null}
        </div>
      </PageBody>
    </>
  );
};

/** Says so when there was too little in the area that was asked for. */
const Widened = ({ choice, found }: { choice: DiscoverChoice; found: readonly FoundCommunity[] }) => {
  const circle = circleAround(found.flatMap(({ km }) => (km === null ? [] : [km])));
  if (choice.place === null || circle <= choice.withinKm) return null;
  return (
    <p role="status" className={classes.lead}>
      {`There is little within ${choice.withinKm} km yet, so this is what there is within ${circle.toLocaleString()} km.`}
    </p>
  );
};

interface NothingFoundProps {
  choice: DiscoverChoice;
  onChange: (change: Partial<DiscoverChoice>) => void;
}

const NothingFound = ({ choice, onChange }: NothingFoundProps) => {
  const looser = looserThan(choice);
  return (
    <EmptyState
      icon={<IconCompass size={28} stroke={1.5} />}
      title={choice.place ? 'Nothing near this place yet' : 'Nothing here yet'}
      action={
        <div className={classes.next}>
          {looser ? <Button onClick={() => onChange(looser.change)}>{looser.words}</Button> : null}
          <ButtonLink
            to="/communities/new"
            variant="default"
            icon={<IconPlus size={20} stroke={1.75} aria-hidden="true" />}
          >
            Start one
          </ButtonLink>
        </div>
      }
    >
      <p>Look a little further, or start one: others may be looking for the same.</p>
    </EmptyState>
  );
};
