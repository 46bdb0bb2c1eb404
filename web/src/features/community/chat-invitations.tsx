import { useState } from 'react';
import { listedMembers } from '../../data/community-members.ts';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { getUser } from '../../data/get-user.ts';
import { deleteInvitation, inviteToChat } from '../../data/group-chat-acts.ts';
import { useLive } from '../../data/use-live.ts';
import { usePaged } from '../../data/use-paged.ts';
import { watchChatInvitations } from '../../data/watch-chat-invitations.ts';
import { watchChatMembers } from '../../data/watch-chat-members.ts';
import { watchCommunityTeam } from '../../data/watch-community-team.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { useShownName } from '../../ui/discreet.ts';
import { nameOf } from './community-log-words.ts';
import { invitable } from './invitable.ts';
import classes from './manage-page.module.css';

interface ChatInvitationsProps {
  uid: string;
  chatId: string;
  communityId: string;
}

/** Who can be invited to a group chat: those whom every member may see. And who is invited already. */
export const ChatInvitations = ({ uid, chatId, communityId }: ChatInvitationsProps) => {
  const invited = useLive(watchChatInvitations(uid, chatId)).value ?? [];
  const inChat = useLive(watchChatMembers(uid, chatId)).value ?? [];
  const team = useLive(watchCommunityTeam(uid, communityId)).value ?? [];
  const source = listedMembers({ uid, communityId, listed: false });
  const listed = usePaged(source);
  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);
  const people = invitable({
    team: ids(team),
    listed: ids(listed.items ?? []),
    invited: ids(invited),
    inChat: ids(inChat),
  });
  return (
    <section className={classes.part} aria-labelledby="chat-invitations">
      <h2 className={classes.title} id="chat-invitations">
        Invite
      </h2>
      <p className={classes.note}>
        You can invite those who run the community, and members who chose to be listed in it. You see them
        from the day after you joined.
      </p>
      {people.length === 0 && !listed.hasMore ? (
        <p className={classes.note}>There is nobody to invite at the moment.</p>
      ) : null}
      <ul className={classes.people} aria-labelledby="chat-invitations">
        {people.map(({ id, isInvited }) => (
          <Person key={id} uid={uid} chatId={chatId} target={id} isInvited={isInvited} />
        ))}
      </ul>
      {listed.hasMore ? (
        <Button variant="default" onClick={source.more} busy={listed.loadingMore}>
          Show more members
        </Button>
      ) : null}
    </section>
  );
};

interface PersonProps {
  uid: string;
  chatId: string;
  target: string;
  isInvited: boolean;
}

const Person = ({ uid, chatId, target, isInvited }: PersonProps) => {
  const name = useShownName(nameOf(useLive(getUser(uid, target))));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await (isInvited ? deleteInvitation : inviteToChat)({ uid, chatId, target });
      announce(isInvited ? 'The invitation is taken back.' : 'They are invited.');
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
    }
    setBusy(false);
  };
  return (
    <li className={classes.person}>
      <bdi className={classes.words}>{name}</bdi>
      <Button
        variant={isInvited ? 'default' : 'light'}
        size="small"
        onClick={change}
        busy={busy}
        aria-label={isInvited ? `Take back the invitation of ${name}` : `Invite ${name}`}
      >
        {isInvited ? 'Take back' : 'Invite'}
      </Button>
      {problem ? <p role="alert">{problem}</p> : null}
    </li>
  );
};
