import { useState } from 'react';
import { toAccountError } from '../../data/session/account-error.ts';
import { useSignIn } from '../../data/session/use-sign-in.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { askingFrom } from './asking-from.ts';
import classes from './message-page.module.css';

export type Obstacle =
  | { readonly kind: 'guest' }
  | { readonly kind: 'unverified' }
  | { readonly kind: 'new'; readonly from: string };

/** What keeps me from asking anybody for a private chat, as far as this device knows; null if nothing does. */
export function useObstacle(createdAt: number): Obstacle | null {
  const { email, emailVerified } = useSignIn();
  const from = askingFrom(createdAt, useNow().getTime());
  if (email === null) return { kind: 'guest' };
  if (!emailVerified) return { kind: 'unverified' };
  return from === null ? null : { kind: 'new', from };
}

/** The same in a sentence. */
export function obstacleSentence(obstacle: Obstacle): string {
  if (obstacle.kind === 'guest') return 'Create an account to write to people.';
  if (obstacle.kind === 'unverified')
    return 'First confirm your e-mail address: open the link that we sent you. What you write here is kept.';
  return `You can start private chats from ${obstacle.from}. What you write here is kept until then.`;
}

/** Says what to do first, before somebody has written at length. */
export const BeforeAsking = ({ obstacle }: { obstacle: Obstacle }) => (
  <div className={classes.first} role="note">
    <p>{obstacleSentence(obstacle)}</p>
    {obstacle.kind === 'unverified' ? <SendAgain /> : null}
    {obstacle.kind === 'guest' ? <ButtonLink to="/sign-up">Create account</ButtonLink> : null}
  </div>
);

const SendAgain = () => {
  const [state, setState] = useState<'no' | 'now' | 'sent' | 'soon' | 'failed'>('no');
  const send = async () => {
    setState('now');
    try {
      const { sendVerification } = await import('../../data/session/send-verification.ts');
      await sendVerification();
      setState('sent');
    } catch (error) {
      setState(toAccountError(error).code === 'too-many-tries' ? 'soon' : 'failed');
    }
  };
  return (
    <p role="status">
      {state === 'sent' ? 'We have sent the e-mail again.' : null}
      {state === 'soon' ? 'We have just sent you one. Look in the spam folder. ' : null}
      {state === 'failed' ? 'We could not send it. ' : null}
      {state === 'sent' ? null : (
        <TextButton onClick={() => void send()} disabled={state === 'now'}>
          Send the e-mail again
        </TextButton>
      )}
    </p>
  );
};
