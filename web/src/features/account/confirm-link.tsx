import { type ReactNode, useEffect, useState } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import { accountProblem } from './account-sentences.ts';
import { LinkAnswer } from './link-answer.tsx';

type Kind = 'verifyEmail' | 'verifyAndChangeEmail' | 'recoverEmail';

const answers: Readonly<Record<Kind, { title: string; words: ReactNode; to: string; action: string }>> = {
  verifyEmail: {
    title: 'Your e-mail address is confirmed',
    words: 'You can found communities and write to people now.',
    to: '/',
    action: 'Go to Sameboat',
  },
  verifyAndChangeEmail: {
    title: 'Your e-mail address is changed',
    words: 'Sign in with the new address from now on, on every device. Your password is the same.',
    to: '/sign-in',
    action: 'Sign in',
  },
  recoverEmail: {
    title: 'Your e-mail address is the old one again',
    words: 'If it was not you who changed it, choose a new password: somebody else may know yours.',
    to: '/reset-password',
    action: 'Choose a new password',
  },
};

/** Does what the link was sent for, and says so. */
export const ConfirmLink = ({ kind, code }: { kind: Kind; code: string }) => {
  const [outcome, setOutcome] = useState<'waiting' | 'done' | { problem: string }>('waiting');

  useEffect(() => {
    let current = true;
    import('../../data/session/follow-link.ts')
      .then(({ followLink }) => followLink(code))
      .then(
        () => current && setOutcome('done'),
        (error: unknown) => current && setOutcome({ problem: accountProblem(error).sentence }),
      );
    return () => {
      current = false;
    };
  }, [code]);

  if (outcome === 'waiting') return <Skeleton label="Following the link" shape="lines" />;
  if (outcome !== 'done') {
    return (
      <LinkAnswer title="That did not work" to="/" action="Go to Sameboat">
        {outcome.problem} Sign in, and you can have a new one sent.
      </LinkAnswer>
    );
  }
  const { title, words, to, action } = answers[kind];
  return (
    <LinkAnswer title={title} to={to} action={action}>
      {words}
    </LinkAnswer>
  );
};
