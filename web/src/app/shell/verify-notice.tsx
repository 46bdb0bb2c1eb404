import { useState } from 'react';
import { useSignIn } from '../../data/session/use-sign-in.ts';
import { VerifyBanner } from '../../features/account/verify-banner.tsx';
import classes from './verify-notice.module.css';

/** The banner for an address that is not confirmed, until it is or until it is put away. In a chat on a phone there is no room. */
export const VerifyNotice = () => {
  const { email, emailVerified } = useSignIn();
  const [hidden, setHidden] = useState(false);
  if (hidden || emailVerified || email === null) return null;
  return (
    <div className={classes.notice}>
      <VerifyBanner email={email} onHide={() => setHidden(true)} />
    </div>
  );
};
