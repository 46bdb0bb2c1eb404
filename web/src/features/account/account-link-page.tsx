import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ConfirmLink } from './confirm-link.tsx';
import { LinkAnswer } from './link-answer.tsx';
import { ResetLink } from './reset-link.tsx';

const kinds = ['verifyEmail', 'verifyAndChangeEmail', 'recoverEmail'] as const;

/** `/account-link?mode=…&oobCode=…`: where the links in Auth's e-mails lead. */
export const AccountLinkPage = () => {
  usePageTitle('Your account');
  const navigate = useNavigate();
  const [{ mode, code }] = useState(readAddress);
  // A code does not belong into the history of a browser.
  useEffect(() => void navigate('/account-link', { replace: true }), [navigate]);

  const kind = kinds.find((each) => each === mode);
  if (code !== null && mode === 'resetPassword') return <ResetLink code={code} />;
  if (code !== null && kind) return <ConfirmLink kind={kind} code={code} />;
  return (
    <LinkAnswer title="This link is not complete" to="/" action="Go to Sameboat">
      Open it once more from the e-mail, or ask for a new one.
    </LinkAnswer>
  );
};

const readAddress = () => {
  const query = new URLSearchParams(window.location.search);
  return { mode: query.get('mode'), code: query.get('oobCode') };
};
