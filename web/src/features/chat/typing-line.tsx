import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { useShownName } from '../../ui/discreet.ts';
import classes from './typing-line.module.css';
import { useTypists } from './use-typists.ts';

interface TypingLineProps {
  uid: string;
  chat: ChatEntry;
  /** The id that others know me by here. */
  me: string;
  isOn: boolean;
}

/** Who is typing. Its place is kept while nobody is, and nothing of it is spoken: it would never end. */
export const TypingLine = ({ uid, chat, me, isOn }: TypingLineProps) => {
  const [one, other, ...more] = useTypists({ uid, chatId: chat.id, me, isOn });
  return (
    <p className={classes.line}>
      {one === undefined ? null : more.length > 0 ? (
        'Several people are typing'
      ) : (
        <>
          <TypistName uid={uid} chat={chat} id={one} />
          {other === undefined ? (
            ' is typing'
          ) : (
            <>
              {' and '}
              <TypistName uid={uid} chat={chat} id={other} />
              {' are typing'}
            </>
          )}
        </>
      )}
    </p>
  );
};

const TypistName = ({ uid, chat, id }: { uid: string; chat: ChatEntry; id: string }) => {
  const given = chat.people?.[id];
  const user = useLive(given === undefined ? getUser(uid, id) : null).value;
  return <bdi className={classes.name}>{useShownName(given ?? user?.displayName ?? 'Someone')}</bdi>;
};
