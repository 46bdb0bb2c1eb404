import { Button } from '@mantine/core';
import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { leaveCommunity } from '../../data/leave-community.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { watchCommunityChats } from '../../data/watch-community-chats.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { announce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import classes from './community-choice.module.css';

interface LeaveCommunityProps {
  uid: string;
  community: CommunityEntry;
  founder: boolean;
}

/** The way out: two taps, and what it means in between. */
export const LeaveCommunity = ({ uid, community, founder }: LeaveCommunityProps) => {
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const leave = async () => {
    setLeaving(true);
    setRefused(null);
    try {
      // Both are followed by the list of chats on the same screen.
      const chats = watchCommunityChats(uid, community.id).getSnapshot().value ?? [];
      const mine = watchMemberships(uid).getSnapshot().value?.chats;
      await leaveCommunity(
        uid,
        community.id,
        chats.map((chat) => chat.id).filter((id) => mine?.has(id)),
      );
      announce('You left the community.');
    } catch (cause) {
      setRefused(errorSentence(toDataError(cause)));
      setLeaving(false);
    }
  };

  return (
    <div className={classes.choice}>
      <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
        Leave community
      </Button>
      <ConfirmDialog
        open={asking}
        title="Leave this community?"
        confirmLabel="Leave"
        cancelLabel="Stay"
        danger
        busy={leaving}
        onConfirm={leave}
        onCancel={() => setAsking(false)}
      >
        <p>
          You also leave its group chats. What you wrote stays.{' '}
          {founder ? 'You founded it: it goes on without you.' : 'You can join again at any time.'}
        </p>
        {refused ? <p role="alert">{refused}</p> : null}
      </ConfirmDialog>
    </div>
  );
};
