import { useState } from 'react';
import { toAccountError } from '../../data/session/account-error.ts';
import { Button } from '../../ui/button.tsx';
import { accountProblem } from './account-sentences.ts';
import classes from './verify-banner.module.css';

interface VerifyBannerProps {
  email: string;
  /** For now: it comes back with the next page load. */
  onHide: () => void;
}

/** Asks somebody to confirm their e-mail address, without hurry: most of the app works without. */
export const VerifyBanner = ({ email, onHide }: VerifyBannerProps) => {
  const [sending, setSending] = useState<'no' | 'now' | 'sent'>('no');
  const [problem, setProblem] = useState<string | null>(null);

  const send = async () => {
    setSending('now');
    setProblem(null);
    try {
      const { sendVerification } = await import('../../data/session/send-verification.ts');
      await sendVerification();
      setSending('sent');
    } catch (error) {
      setProblem(
        toAccountError(error).code === 'too-many-tries'
          ? 'We have just sent you one. Look in the spam folder, or try again in a few minutes.'
          : accountProblem(error).sentence,
      );
      setSending('no');
    }
  };

  return (
    <div className={classes.banner}>
      <p role="status" className={classes.words}>
        {problem ??
          (sending === 'sent' ? (
            <>
              We have sent it again to <bdi dir="ltr">{email}</bdi>.
            </>
          ) : (
            <>
              Confirm your e-mail address: open the link that we sent to <bdi dir="ltr">{email}</bdi>.
            </>
          ))}
      </p>
      <span className={classes.actions}>
        {sending === 'sent' ? null : (
          <Button variant="subtle" size="small" busy={sending === 'now'} onClick={() => void send()}>
            Send again
          </Button>
        )}
        <Button variant="subtle" size="small" onClick={onHide}>
          Not now
        </Button>
      </span>
    </div>
  );
};
