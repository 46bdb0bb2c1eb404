import { type Ref, useImperativeHandle } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { useShownName } from '../../ui/discreet.ts';
import classes from './typing-line.module.css';
import { useTypingMark } from './use-typing-mark.ts';
import { useTypists } from './use-typists.ts';

export interface TypingLineProps {
  uid: string;
  chat: ChatEntry;
  /** The id that others know me by here. */
  me: string;
  /** Gets what to call with each change of my own words: whether there are any. */
  words: Ref<(any: boolean) => void>;
}

/** Who is typing, and what shows others that I am. Nothing of it is spoken: it would never end. */
export const TypingLine = ({ uid, chat, me, words }: TypingLineProps) => {
  const onWords = useTypingMark({ uid, chat, me });
  useImperativeHandle(words, () => onWords, [onWords]);
  const [one, other, ...more] = useTypists({ uid, chatId: chat.id, me });
  if (one === undefined) return null;
  if (more.length > 0) return 'Several people are typing';
  return (
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
  );
};

const TypistName = ({ uid, chat, id }: { uid: string; chat: ChatEntry; id: string }) => {
  const given = chat.people?.[id];
  const user = useLive(given === undefined ? getUser(uid, id) : null).value;
  return <bdi className={classes.name}>{useShownName(given ?? user?.displayName ?? 'Someone')}</bdi>;
};
