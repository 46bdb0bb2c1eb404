import { chatPath } from '@sameboat/model/chat';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { leaveGroupChat } from '../../data/leave-group-chat.ts';
import { updateInboxRow } from '../../data/update-inbox-row.ts';
import { useAction } from '../../data/use-action.ts';
import { useReport } from '../../data/use-report.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { announce } from '../../ui/announcer.tsx';
import { FilterChip } from '../../ui/chip.tsx';
import { LeaveButton } from '../../ui/leave-button.tsx';
import { ReportButton } from '../../ui/report-button.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import classes from './chat-details.module.css';
import { ChatMembers } from './chat-members.tsx';
import { useInboxRow } from './use-inbox-row.ts';

interface ChatDetailsProps {
  uid: string;
  chat: ChatEntry;
  name: string;
  /** Whether this person owns the chat. */
  owner: boolean;
}

/** What a chat is about, who is in it, my own settings for it, and how to leave it. */
export const ChatDetails = ({ uid, chat, name, owner }: ChatDetailsProps) => (
  <div className={classes.details}>
    <section className={classes.part}>
      <h2 className={classes.title}>
        <ShownName name={name} />
      </h2>
      {chat.about === '' ? null : (
        <p className={classes.about} dir="auto">
          {chat.about}
        </p>
      )}
      {chat.communityId ? <Link to={`/communities/${chat.communityId}`}>Open the community</Link> : null}
      {owner && chat.type === 'group' ? <Link to={`/chats/${chat.id}/manage`}>Manage this chat</Link> : null}
    </section>
    {chat.type === 'home' ? null : (
      <section className={classes.part} aria-labelledby="members-title">
        <h2 className={classes.title} id="members-title">
          Members
        </h2>
        <ChatMembers uid={uid} chatId={chat.id} />
      </section>
    )}
    <RowChoices uid={uid} chatId={chat.id} />
    {chat.type === 'group' || chat.type === 'home' ? <Leave uid={uid} chat={chat} /> : null}
    <Report uid={uid} chatId={chat.id} />
  </div>
);

const Report = ({ uid, chatId }: { uid: string; chatId: string }) => (
  <ReportButton label="Report this chat" {...useReport(uid, { kind: 'chat', path: chatPath(chatId) })} />
);

/** Mute and pin. Nobody else can see either. */
const RowChoices = ({ uid, chatId }: { uid: string; chatId: string }) => {
  const row = useInboxRow(uid, chatId).value;
  const [refused, setRefused] = useState<string | null>(null);
  if (!row) return null;
  const change = (choice: { muted: boolean } | { pinned: boolean }) => {
    setRefused(null);
    updateInboxRow(uid, chatId, choice).catch((cause: unknown) =>
      setRefused(errorSentence(toDataError(cause))),
    );
  };
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>In your list</h2>
      <div className={classes.choices}>
        <FilterChip selected={row.muted} onToggle={() => change({ muted: !row.muted })}>
          Mute
        </FilterChip>
        <FilterChip selected={row.pinned} onToggle={() => change({ pinned: !row.pinned })}>
          Pin to the top
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
        <p>
          Your messages stay. You will not see new ones.
          {chat.type === 'home'
            ? ' You can come back from “You”.'
            : chat.access === 'open'
              ? ' You can join again from the community.'
              : ' To come back you need an invitation.'}
        </p>
      </LeaveButton>
    </section>
  );
};
