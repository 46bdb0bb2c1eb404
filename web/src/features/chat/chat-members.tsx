import { errorSentence } from '../../data/data-error.ts';
import { useLive } from '../../data/use-live.ts';
import { watchChatMembers } from '../../data/watch-chat-members.ts';
import { watchUser } from '../../data/watch-user.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './chat-members.module.css';

/** The members of a chat, longest there first. */
export const ChatMembers = ({ uid, chatId }: { uid: string; chatId: string }) => {
  const source = watchChatMembers(uid, chatId);
  const members = useLive(source);
  if (members.value === undefined) {
    if (members.error === null) return <Skeleton label="Loading members" count={4} />;
    return (
      <ErrorState title="We could not load the members" onRetry={source.retry}>
        <p>{errorSentence(members.error)}</p>
      </ErrorState>
    );
  }
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
  const user = useLive(given === undefined ? watchUser(asker, uid) : null);
  const name = given ?? user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
  return (
    <li className={classes.member}>
      <Avatar id={uid} name={name} size={32} />
      <span className={classes.words}>
        <bdi className={classes.name}>{name}</bdi>
        {user.value ? <span className={classes.handle}>@{user.value.handle}</span> : null}
      </span>
      {uid === asker ? <span className={classes.role}>you</span> : null}
      {owner && uid !== asker ? <span className={classes.role}>started it</span> : null}
    </li>
  );
};
