import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import { type ChatEntry, watchChat } from '../../data/watch-chat.ts';
import { watchMyInvitations } from '../../data/watch-chat-invitations.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import listClasses from './community-chats.module.css';
import classes from './group-chat-row.module.css';

/** The group chats of this community that I am invited to; nothing while there are none. */
export const MyInvitations = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const invitations = useLive(watchMyInvitations(uid)).value ?? [];
  const blocks = useLive(invitations.length > 0 ? watchBlocks(uid) : null).value;
  // Until it is known whom I blocked, nobody is shown.
  if (invitations.length === 0 || blocks === undefined) return null;
  const chats = invitations
    .filter(({ by }) => !blocks.some(({ id }) => id === by))
    .map(({ chatId }) => chatId);
  return (
    <ul className={listClasses.invitations} aria-label="Invitations">
      {chats.map((chatId) => (
        <Invitation key={chatId} uid={uid} chatId={chatId} communityId={communityId} />
      ))}
    </ul>
  );
};

interface InvitationProps {
  uid: string;
  chatId: string;
  communityId: string;
}

const Invitation = ({ uid, chatId, communityId }: InvitationProps) => {
  const chat = useLive(watchChat(uid, chatId)).value;
  return chat?.communityId === communityId ? <Row chat={chat} /> : null;
};

const Row = ({ chat }: { chat: ChatEntry }) => (
  <li className={classes.row}>
    <Avatar id={chat.id} name={chat.name} kind="group" />
    <div className={classes.words}>
      <bdi className={classes.name}>{chat.name}</bdi>
      <p className={classes.meta}>You are invited to this chat.</p>
    </div>
    <div className={classes.actions}>
      <ButtonLink to={`/chats/${chat.id}`} variant="light" aria-label={`See the invitation to ${chat.name}`}>
        See invitation
      </ButtonLink>
    </div>
  </li>
);
