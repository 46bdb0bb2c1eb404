import { IconBan } from '@tabler/icons-react';
import { unblockPerson } from '../../data/block-person.ts';
import { errorSentence } from '../../data/data-error.ts';
import { getUser } from '../../data/get-user.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useAction } from '../../data/use-action.ts';
import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { useShownName } from '../../ui/discreet.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PersonLink } from '../../ui/person-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './blocked-people-page.module.css';

/** `/settings/blocked`: whom I blocked, and how to lift it. */
export const BlockedPeoplePage = () => {
  usePageTitle('Blocked people');
  const uid = useUid();
  const source = watchBlocks(uid);
  const { value: blocks, error } = useLive(source);
  return (
    <>
      <PageHeader title="Blocked people" back={{ to: '/settings/profile', label: 'Back to your profile' }} />
      <PageBody>
        {blocks === undefined && error === null ? (
          <Skeleton label="Loading blocked people" count={3} />
        ) : null}
        {blocks === undefined && error ? (
          <ErrorState title="We could not load whom you blocked" onRetry={source.retry}>
            <p>{errorSentence(error)}</p>
          </ErrorState>
        ) : null}
        {blocks?.length === 0 ? (
          <EmptyState icon={<IconBan size={28} stroke={1.5} />} title="You have blocked nobody">
            <p>You can block somebody from their profile. They are not told.</p>
          </EmptyState>
        ) : null}
        {blocks && blocks.length > 0 ? (
          <ul className={classes.list} aria-label="Blocked people">
            {blocks.map(({ id }) => (
              <BlockedPerson key={id} uid={uid} other={id} />
            ))}
          </ul>
        ) : null}
      </PageBody>
    </>
  );
};

const BlockedPerson = ({ uid, other }: { uid: string; other: string }) => {
  const user = useLive(getUser(uid, other));
  const unblock = useAction(() => unblockPerson(uid, other));
  const name = useShownName(user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' '));
  return (
    <li className={classes.person}>
      <Avatar id={other} name={name} picture={user.value?.avatar} />
      <bdi className={classes.name}>
        {user.value ? <PersonLink uid={other}>{name}</PersonLink> : name}
        {user.value ? <span className={classes.handle}>@{user.value.handle}</span> : null}
      </bdi>
      <Button
        variant="default"
        size="small"
        busy={unblock.busy}
        aria-label={`Unblock ${name}`}
        onClick={unblock.start}
      >
        Unblock
      </Button>
      {unblock.problem ? <p role="alert">{unblock.problem}</p> : null}
    </li>
  );
};
