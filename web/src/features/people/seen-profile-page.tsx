import type { OwnProfile } from '@sameboat/model/own-profile';
import type { User } from '@sameboat/model/user';
import {
  existing,
  fieldSentence,
  membershipSentence,
  type ShownField,
  type Standing,
  type Viewer,
  viewers,
  whoSees,
} from '@sameboat/model/visibility';
import { useState } from 'react';
import { Link } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import type { OwnCommunity } from '../../data/own-communities.ts';
import { useSession } from '../../data/session/use-session.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProfileCard } from '../../ui/profile-card.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { seenBy } from './seen-by.ts';
import classes from './seen-profile-page.module.css';
import { useOwnProfile } from './use-own-profile.ts';

/** `/settings/profile/seen`: my profile as others get it, and who can see each part. */
export const SeenProfilePage = () => {
  usePageTitle('What others see of me');
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  return (
    <>
      <PageHeader
        title="What others see of me"
        back={{ to: '/settings/profile', label: 'Back to your profile' }}
      />
      <PageBody>
        <Loaded uid={session.uid} user={session.profile} />
      </PageBody>
    </>
  );
};

const Loaded = ({ uid, user }: { uid: string; user: User }) => {
  const { profile, communities, memberships, error, retry } = useOwnProfile(uid, user);
  if (profile)
    return (
      <Seen
        uid={uid}
        user={user}
        profile={profile}
        standing={{ ...communities, discoverable: profile.discoverable }}
        memberships={memberships}
      />
    );
  if (error)
    return (
      <ErrorState title="We could not load your profile" onRetry={retry}>
        <p>{errorSentence(error)}</p>
      </ErrorState>
    );
  return <Skeleton label="Loading your profile" shape="lines" count={6} />;
};

const kinds: readonly { value: Viewer; label: string; description: string }[] = [
  { value: 'stranger', label: 'A stranger', description: 'Has an account and shares no community with you.' },
  { value: 'fellow', label: 'A fellow member', description: 'Of a community that lists you.' },
  {
    value: 'moderator',
    label: 'A moderator',
    description: 'Founded one of your communities or helps to run it.',
  },
  { value: 'blocked', label: 'Somebody you blocked', description: 'Or who blocked you. Neither is told.' },
  {
    value: 'blockedFellow',
    label: 'Somebody you blocked, as a fellow member',
    description: 'A block hides nobody from a community that both are in.',
  },
];

const fields: readonly (readonly [ShownField, string])[] = [
  ['bio', 'Bio'],
  ['topics', 'Topics'],
  ['place', 'Place'],
  ['lastActive', 'Last active'],
];

const kindsOfMembership = [
  { name: 'Communities that you help to run', isTeam: true, listed: true },
  { name: 'Communities that list you', isTeam: false, listed: true },
  { name: 'Communities that do not list you', isTeam: false, listed: false },
] as const;

interface SeenProps {
  uid: string;
  user: User;
  profile: OwnProfile;
  standing: Standing;
  memberships: readonly OwnCommunity[];
}

const Seen = ({ uid, user, profile, standing, memberships }: SeenProps) => {
  const [viewer, setViewer] = useState<Viewer>('stranger');
  const there = existing(standing);
  const now = Date.now();
  const shown = seenBy(viewer, profile, standing, {
    seconds: Math.floor(now / 1_000),
    nanoseconds: 0,
    toMillis: () => now,
  });
  return (
    <div className={classes.page}>
      <RadioGroup
        label="Who looks"
        options={kinds.filter(({ value }) => there.includes(value))}
        value={viewer}
        onChange={setViewer}
      />
      <section className={classes.card} aria-label="What they see">
        <ProfileCard uid={uid} user={user} shown={shown} />
      </section>
      <section>
        <h2 className={classes.heading}>Who can see what</h2>
        <dl className={classes.fields}>
          <Field name="Name, handle and picture" sentence={whoSees(viewers)} />
          {fields.map(([field, name]) => (
            <Field key={field} name={name} sentence={fieldSentence(field, profile.shows[field], standing)} />
          ))}
          {kindsOfMembership
            .filter(({ listed, isTeam }) =>
              memberships.some((one) => one.isTeam === isTeam && (isTeam || one.listed === listed)),
            )
            .map(({ name, ...kind }) => (
              <Field key={name} name={name} sentence={membershipSentence(kind)} />
            ))}
        </dl>
        <p className={classes.note}>
          People who are not signed in see nothing of you. <Link to="/settings/profile">Change this</Link>
        </p>
      </section>
    </div>
  );
};

const Field = ({ name, sentence }: { name: string; sentence: string }) => (
  <div className={classes.field}>
    <dt>{name}</dt>
    <dd>{sentence}</dd>
  </div>
);
