import { errorSentence } from '../../data/data-error.ts';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { watchChatMembers } from '../../data/watch-chat-members.ts';
import { MemberRow } from '../../ui/member-row.tsx';
import { MembersWait } from '../../ui/members-wait.tsx';
import classes from './chat-members.module.css';

/** The members of a chat, longest there first. */
export const ChatMembers = ({ uid, chatId }: { uid: string; chatId: string }) => {
  const source = watchChatMembers(uid, chatId);
  const members = useLive(source);
  if (members.value === undefined)
    return <MembersWait problem={members.error && errorSentence(members.error)} onRetry={source.retry} />;
  return (
    <ul className={classes.list}>
      {members.value.map((member) => (
        <Member
          key={member.id}
          asker={uid}
          uid={member.uid}
          given={member.name}
          owner={member.role === 'owner'}
        />
      ))}
    </ul>
  );
};

interface MemberProps {
  asker: string;
  uid: string;
  /** The name given for this chat alone, where people have no account. */
  given: string | undefined;
  owner: boolean;
}

const Member = ({ asker, uid, given, owner }: MemberProps) => {
  const user = useLive(given === undefined ? getUser(asker, uid) : null);
  const name = given ?? user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
  const note = uid === asker ? 'you' : owner ? 'started it' : null;
  return (
    <MemberRow
      id={uid}
      name={name}
      handle={user.value?.handle}
      notes={note === null ? [] : [note]}
      linked={Boolean(user.value)}
      picture={user.value?.avatar}
    />
  );
};
