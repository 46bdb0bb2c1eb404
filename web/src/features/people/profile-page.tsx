import { IconMessage, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { unblockPerson } from '../../data/block-person.ts';
import { errorSentence } from '../../data/data-error.ts';
import { getUser, type UserEntry } from '../../data/get-user.ts';
import { shownProfile } from '../../data/read-person.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useAction } from '../../data/use-action.ts';
import { useLive } from '../../data/use-live.ts';
import { watchBlock } from '../../data/watch-blocks.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProfileCard } from '../../ui/profile-card.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toasts.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AboutOtter } from './about-otter.tsx';
import { useBackTo } from './back-to.ts';
import { communitiesToAsk } from './communities-to-ask.ts';
import { PersonActions } from './person-actions.tsx';
import classes from './profile-page.module.css';

/** `/people/:uid`: a person, as far as they show themself to whoever looks. */
export const ProfilePage = () => {
  usePageTitle('Profile');
  const me = useUid();
  const { uid = '' } = useParams();
  return <OneProfile key={`${me}/${uid}`} me={me} uid={uid} />;
};

const Frame = ({ name, actions, children }: { name?: string; actions?: ReactNode; children: ReactNode }) => (
  <>
    <PageHeader
      title={name === undefined ? 'Profile' : <ShownName name={name} titled />}
      back={useBackTo()}
      actions={actions}
    />
    <PageBody>{children}</PageBody>
  </>
);

const OneProfile = ({ me, uid }: { me: string; uid: string }) => {
  const source = getUser(me, uid);
  const { value: user, error } = useLive(source);
  const block = useLive(me === uid ? null : watchBlock(me, uid)).value ?? null;

  if (user)
    return (
      <Frame
        name={user.displayName}
        actions={
          me === uid || user.kind === 'bot' ? null : (
            <PersonActions key={String(block !== null)} uid={me} other={user} blocked={block !== null} />
          )
        }
      >
        <div className={classes.page}>
          {block ? <Blocked me={me} user={user} /> : null}
          {user.kind === 'bot' ? (
            <AboutOtter user={user} />
          ) : (
            <Shown key={block === null ? 'open' : 'blocked'} me={me} user={user} blocked={block !== null} />
          )}
          {me === uid ? (
            <div className={classes.own}>
              <ButtonLink to="/settings/profile">Edit profile</ButtonLink>
              <ButtonLink to="/settings/profile/seen" variant="default">
                What others see of me
              </ButtonLink>
            </div>
          ) : null}
        </div>
      </Frame>
    );
  if (user === null || error?.code === 'not-allowed' || error?.code === 'invalid')
    return (
      <Frame>
        <EmptyState
          icon={<IconUserQuestion size={28} stroke={1.5} />}
          title="Nobody is here"
          action={<ButtonLink to="/">Go to your chats</ButtonLink>}
        >
          <p>This person has left, or the link is not right.</p>
        </EmptyState>
      </Frame>
    );
  return (
    <Frame>
      {error ? (
        <ErrorState title="We could not load this profile" onRetry={source.retry}>
          <p>{errorSentence(error)}</p>
        </ErrorState>
      ) : (
        <Skeleton label="Loading profile" shape="lines" count={4} />
      )}
    </Frame>
  );
};

/** Name and handle at once; what else they show, when it has been read. */
const Shown = ({ me, user, blocked }: { me: string; user: UserEntry; blocked: boolean }) => {
  const from = useBackTo().to;
  const memberships = useLive(watchMemberships(me));
  const known = memberships.value ?? (memberships.error ? { communities: new Set<string>() } : null);
  const communityIds = known && communitiesToAsk(known.communities, from);
  const source = communityIds && shownProfile({ asker: me, user, communityIds });
  const { value, error } = useLive(source);
  const shown = value ?? { bio: user.bio, topics: [], place: null, lastActiveAt: null };
  const isEmpty = value && !value.bio && !value.place && value.topics.length === 0;
  return (
    <>
      <ProfileCard
        uid={user.id}
        user={user}
        shown={shown}
        action={
          me === user.id || blocked ? null : (
            <ButtonLink to={`/people/${user.id}/message`} icon={<IconMessage size={20} stroke={1.75} />}>
              Message
            </ButtonLink>
          )
        }
      />
      {isEmpty ? (
        <p className={classes.quiet}>
          {me === user.id
            ? 'You show no more than this to everyone.'
            : 'They show no more than this. You can get to know each other in the chats that you share.'}
        </p>
      ) : null}
      {error ? (
        <p role="status" className={classes.quiet}>
          There may be more here. {errorSentence(error)}
        </p>
      ) : null}
    </>
  );
};

const Blocked = ({ me, user }: { me: string; user: UserEntry }) => {
  const unblock = useAction(async () => {
    await unblockPerson(me, user.id);
    toast(`You unblocked ${user.displayName}.`);
  });
  return (
    <div className={classes.blocked}>
      <p>You blocked this person. They are not told.</p>
      <Button variant="default" size="small" busy={unblock.busy} onClick={unblock.start}>
        Unblock
      </Button>
      {unblock.problem ? <p role="alert">{unblock.problem}</p> : null}
    </div>
  );
};
