import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { leaveGroupChat } from '../../data/leave-group-chat.ts';
import { changeInboxRow } from '../../data/mark-read.ts';
import { useAction } from '../../data/use-action.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { announce } from '../../ui/announcer.tsx';
import { FilterChip } from '../../ui/chip.tsx';
import { LeaveButton } from '../../ui/leave-button.tsx';
import classes from './chat-details.module.css';
import { ChatMembers } from './chat-members.tsx';

/** What a chat is about, who is in it, and what I can do about my part in it. */
export const ChatDetails = ({ uid, chat }: { uid: string; chat: ChatEntry }) => (
  <div className={classes.details}>
    <section className={classes.part}>
      <h2 className={classes.title}>About</h2>
      <p className={classes.about} dir="auto">
        {chat.about === '' ? 'No description yet.' : chat.about}
      </p>
      {chat.communityId ? <Link to={`/communities/${chat.communityId}`}>Open the community</Link> : null}
    </section>
    <section className={classes.part} aria-labelledby="members-title">
      <h2 className={classes.title} id="members-title">
        Members
      </h2>
      <ChatMembers uid={uid} chatId={chat.id} />
    </section>
    <RowChoices uid={uid} chatId={chat.id} />
    {chat.type === 'group' ? <Leave uid={uid} chat={chat} /> : null}
  </div>
);

/** Mute and pin: only mine, and nobody is told. */
const RowChoices = ({ uid, chatId }: { uid: string; chatId: string }) => {
  const row = useLive(watchInbox(uid)).value?.find((entry) => entry.id === chatId);
  const [refused, setRefused] = useState<string | null>(null);
  if (row === undefined) return null;
  const change = (choice: { muted: boolean } | { pinned: boolean }) => {
    setRefused(null);
    changeInboxRow(uid, chatId, choice).catch((cause: unknown) =>
      setRefused(errorSentence(toDataError(cause))),
    );
  };
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>In your list</h2>
      <div className={classes.choices}>
        <FilterChip selected={row.muted} onToggle={() => change({ muted: !row.muted })}>
          {row.muted ? 'Muted' : 'Mute'}
        </FilterChip>
        <FilterChip selected={row.pinned} onToggle={() => change({ pinned: !row.pinned })}>
          {row.pinned ? 'Pinned to the top' : 'Pin to the top'}
        </FilterChip>
      </div>
      {refused ? <p role="alert">{refused}</p> : null}
    </section>
  );
};

const Leave = ({ uid, chat }: { uid: string; chat: ChatEntry }) => {
  const navigate = useNavigate();
  const leave = useAction(async () => {
    await leaveGroupChat(uid, chat.id);
    announce('You left the chat.');
    navigate('/', { replace: true });
  });

  return (
    <section className={classes.part}>
      <LeaveButton
        label="Leave chat"
        title="Leave this chat?"
        busy={leave.busy}
        problem={leave.problem}
        onLeave={leave.start}
      >
        <p>What you wrote stays. You see no new messages, and you can join again from the community.</p>
      </LeaveButton>
    </section>
  );
};
