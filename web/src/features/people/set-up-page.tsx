import type { User } from '@sameboat/model/user';
import { useEffect, useRef, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useSession } from '../../data/session/use-session.ts';
import { keepSetUpStep, readSetUpStep, type SetUpStep, setUpSteps } from '../../data/set-up-step.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AudienceStep } from './audience-step.tsx';
import { pathAfterSetUp } from './path-after-set-up.ts';
import { PlaceStep } from './place-step.tsx';
import classes from './set-up-page.module.css';
import type { StepProps } from './step-props.ts';
import { TopicsStep } from './topics-step.tsx';
import { useOwnProfile } from './use-own-profile.ts';

/** `/welcome` for somebody with a new profile: topics, place, and who sees them. Every step can be skipped. */
export const SetUpPage = () => {
  usePageTitle('Welcome');
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  return <SetUp key={session.uid} uid={session.uid} user={session.profile} />;
};

const DAY_MS = 24 * 3_600_000;

/** Somebody who has been here for longer is not asked again on a new device. */
function firstStep({ createdAt }: User): SetUpStep {
  return createdAt.toMillis() > Date.now() - DAY_MS ? 'topics' : 'done';
}

const pages: Readonly<Record<Exclude<SetUpStep, 'done'>, { title: string; lead: string }>> = {
  topics: {
    title: 'What brings you here?',
    lead: 'We show you communities about it first. Nobody else sees what you choose, unless you say so later.',
  },
  place: {
    title: 'Where are you?',
    lead: 'A town is enough, and the next larger one will do. It is never shown more closely than that.',
  },
  audience: {
    title: 'Who can see what?',
    lead: 'Everyone with an account can see your name and handle. The rest is up to you.',
  },
};

const SetUp = ({ uid, user }: { uid: string; user: User }) => {
  const [step, setStep] = useState(() => readSetUpStep(uid) ?? firstStep(user));
  const after = pathAfterSetUp(useLocation().state);
  const { profile, communities, error, retry } = useOwnProfile(uid, user);
  const heading = useHeadingFocus(step);
  const go = (to: SetUpStep) => {
    keepSetUpStep(uid, to);
    setStep(to);
  };
  if (step === 'done') return <Navigate to={after} replace />;

  const place = setUpSteps.indexOf(step);
  const next = setUpSteps[place + 1] ?? 'done';
  const props: StepProps | null = profile && { uid, user, profile, communities, onDone: () => go(next) };
  return (
    <div className={classes.column}>
      <p className={classes.count}>
        <span>{`Step ${place + 1} of ${setUpSteps.length - 1}`}</span>
        <TextButton onClick={() => go('done')}>Set up later</TextButton>
      </p>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {pages[step].title}
      </h1>
      <p className={classes.lead}>{pages[step].lead}</p>
      {props ? <Step key={step} step={step} {...props} /> : null}
      {props === null && error ? (
        <ErrorState title="We could not load your profile" onRetry={retry}>
          <p>{errorSentence(error)}</p>
        </ErrorState>
      ) : null}
      {props === null && error === null ? (
        <Skeleton label="Loading your profile" shape="lines" count={4} />
      ) : null}
      <p className={classes.later}>You can change all of this under You.</p>
    </div>
  );
};

const Step = ({ step, ...props }: StepProps & { step: Exclude<SetUpStep, 'done'> }) => {
  if (step === 'topics') return <TopicsStep {...props} />;
  return step === 'place' ? <PlaceStep {...props} /> : <AudienceStep {...props} />;
};

/** Each step after the first one begins at its heading, also for a screen reader. */
function useHeadingFocus(step: SetUpStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
}
