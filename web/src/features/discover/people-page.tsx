import { IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import type { DiscoverChoice } from '../../data/discover-choice.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { watchPrivateProfile } from '../../data/watch-private-profile.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useDiscoverChoice, widerThan } from './discover-filter.ts';
import { DiscoverFilters } from './discover-filters.tsx';
import classes from './discover-page.module.css';
import { DiscoverTabs } from './discover-tabs.tsx';
import { PersonCard } from './person-card.tsx';
import { useFoundPeople } from './use-found-people.ts';

/** `/discover/people`: people who chose to be found, by topic and place. What one looks for stands in no address. */
export const PeoplePage = () => {
  usePageTitle('Discover');
  const uid = useUid();
  const [choice, change] = useDiscoverChoice(uid);
  const isAsking = choice.topics.length > 0 || choice.place !== null;
  return (
    <>
      <PageHeader title="Discover" />
      <PageBody>
        <div className={classes.page}>
          <DiscoverTabs />
          <p className={classes.lead}>
            People who chose to be found. Nobody sees what you choose here. <OwnListing uid={uid} />
          </p>
          <DiscoverFilters choice={choice} onChange={change} />
          {isAsking ? (
            <FoundPeople uid={uid} choice={choice} onChange={change} />
          ) : (
            <EmptyState icon={<IconUsers size={28} stroke={1.5} />} title="Choose a topic or a place">
              <p>Then you see people who share it and want to be found.</p>
            </EmptyState>
          )}
        </div>
      </PageBody>
    </>
  );
};

/** Whether others can find the person who looks. */
const OwnListing = ({ uid }: { uid: string }) => {
  const own = useLive(watchPrivateProfile(uid)).value;
  if (own === undefined) return null;
  return own?.discoverable ? (
    <>
      You can be found too. <Link to="/settings/profile">Change this</Link>
    </>
  ) : (
    <>
      You are not listed, so nobody finds you here. <Link to="/settings/profile">List me</Link>
    </>
  );
};

interface FoundPeopleProps {
  uid: string;
  choice: DiscoverChoice;
  onChange: (change: Partial<DiscoverChoice>) => void;
}

const FoundPeople = ({ uid, choice, onChange }: FoundPeopleProps) => {
  const { people, hasMore, error, retry, showMore, loadingMore } = useFoundPeople(uid, choice);
  if (people === null)
    return error ? (
      <ErrorState title="We could not look for people" onRetry={retry}>
        <p>{errorSentence(error)}</p>
      </ErrorState>
    ) : (
      <Skeleton label="Looking for people" shape="cards" count={4} />
    );
  return (
    <>
      {people.length === 0 && !hasMore ? (
        <NobodyFound choice={choice} onChange={onChange} />
      ) : (
        <ul className={classes.list} aria-label="People">
          {people.map((person) => (
            <li key={person.uid}>
              <PersonCard person={person} />
            </li>
          ))}
        </ul>
      )}
      {error ? <p role="alert">{errorSentence(error)}</p> : null}
      {hasMore ? (
        <Button variant="default" onClick={error ? retry : showMore} busy={loadingMore}>
          Show more
        </Button>
      ) : null}
    </>
  );
};

const NobodyFound = ({ choice, onChange }: Omit<FoundPeopleProps, 'uid'>) => {
  const wider = widerThan(choice.withinKm);
  return (
    <EmptyState
      icon={<IconUsers size={28} stroke={1.5} />}
      title={choice.place ? `Nobody within ${choice.withinKm} km yet` : 'Nobody here yet'}
      action={
        <div className={classes.next}>
          {choice.place && wider ? (
            <Button onClick={() => onChange({ withinKm: wider })}>{`Look within ${wider} km`}</Button>
          ) : null}
          <ButtonLink to="/discover" variant={choice.place && wider ? 'default' : 'filled'}>
            Look for communities
          </ButtonLink>
        </div>
      }
    >
      <p>Few people choose to be found. Most meet in a community.</p>
    </EmptyState>
  );
};
