import { membershipSentence } from '@sameboat/model/visibility';
import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { setListed } from '../../data/set-listed.ts';
import { announce } from '../../ui/announcer.tsx';
import { Switch } from '../../ui/checkbox.tsx';

interface ListedSwitchProps {
  uid: string;
  communityId: string;
  /** As it is stored. */
  listed: boolean;
}

/** Whether this person stands in the member list. Off until they say so. */
export const ListedSwitch = ({ uid, communityId, listed }: ListedSwitchProps) => {
  /** What was asked for, until it is stored or refused. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const change = async (next: boolean) => {
    if (wanted !== null) return;
    setWanted(next);
    setProblem(null);
    try {
      await setListed(uid, communityId, next);
      announce(next ? 'You are in the member list.' : 'You are not in the member list any more.');
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
    }
    setWanted(null);
  };

  return (
    <Switch
      label="Show me in this community’s member list"
      description={membershipSentence({ listed: wanted ?? listed, isTeam: false })}
      checked={wanted ?? listed}
      error={problem}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
};
