import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { getCommunityNotice } from '../../data/get-community-notice.ts';
import { joinCommunity } from '../../data/join-community.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import classes from './community-choice.module.css';
import { JoinDialog } from './join-dialog.tsx';
import { joinRefusal } from './refusals.ts';

/** The way into an open community. It stands under the rules, which are accepted in the dialog. */
export const JoinCommunity = ({ uid, community }: { uid: string; community: CommunityEntry }) => {
  const [asking, setAsking] = useState(false);

  const join = async (choice: { listed: boolean }): Promise<string | undefined> => {
    try {
      await joinCommunity(uid, community.id, choice);
      announce('You joined the community.');
      return undefined;
    } catch (cause) {
      const error = toDataError(cause);
      if (error.code !== 'not-allowed') return errorSentence(error);
      return joinRefusal(await getCommunityNotice(uid, community.id));
    }
  };

  return (
    <div className={classes.choice}>
      <p className={classes.note}>
        Those who run the community see that you joined. Other members see you only in the chats you join, or
        if you choose to be listed. You can leave at any time.
      </p>
      <Button onClick={() => setAsking(true)}>Join community</Button>
      <JoinDialog open={asking} rules={community.rules} onClose={() => setAsking(false)} onJoin={join} />
    </div>
  );
};
