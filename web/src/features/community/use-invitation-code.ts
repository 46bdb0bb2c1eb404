import { codeOfFragment } from '@sameboat/model/access-code';
import { useLayoutEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { takeInvitation } from '../../data/invitation-link.ts';

/**
 * The access code of the invitation link that led here; null without one. It leaves the address and the history as soon as
 * it was read.
 */
export function useInvitationCode(): string | null {
  const { pathname, hash, state } = useLocation();
  const navigate = useNavigate();
  const [code] = useState(() => codeOfFragment(hash === '' ? takeInvitation(pathname) : hash));
  useLayoutEffect(() => {
    if (hash !== '') navigate({ pathname, hash: '' }, { replace: true, state });
  }, [hash, pathname, state, navigate]);
  return code;
}
