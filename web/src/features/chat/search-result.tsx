import { Link } from 'react-router';
import { getUser } from '../../data/get-user.ts';
import { markedParts } from '../../data/search/marked-parts.ts';
import { useLive } from '../../data/use-live.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { clockTime } from '../../ui/relative-time.ts';
import { ShownName } from '../../ui/shown-name.tsx';
import { dayWords } from './day-words.ts';
import { messageLink } from './message-link.ts';
import classes from './search-panel.module.css';
import { shownText } from './searchable-text.ts';

interface SearchResultProps {
  uid: string;
  message: MessageWithId;
  isMine: boolean;
  /** The name that the chat itself gives the author. */
  givenName: string | undefined;
  wanted: string;
  now: Date;
  onOpen: () => void;
}

/** A message that was found: who, when, and the words around the match. Leads to it. */
export const SearchResult = ({ uid, message, isMine, givenName, wanted, now, onOpen }: SearchResultProps) => {
  const author = useLive(isMine || givenName !== undefined ? null : getUser(uid, message.senderId));
  const name =
    givenName ?? author.value?.displayName ?? (author.status === 'ready' ? 'Someone who left' : ' ');
  const at = message.createdAt;
  const date = new Date(at.toMillis());
  let place = 0;
  return (
    <Link to={messageLink(message.id)} replace className={classes.result} onClick={onOpen}>
      <span className={classes.who}>
        <strong className={classes.name}>{isMine ? 'You' : <ShownName name={name} />}</strong>
        <time dateTime={date.toISOString()} className={classes.time}>
          {dayWords(date, now)}, {clockTime(date)}
        </time>
      </span>
      <span className={classes.text} dir="auto">
        {markedParts(shownText(message), wanted).map(({ text, isMatch }) => {
          place += text.length;
          return isMatch ? <mark key={place}>{text}</mark> : text;
        })}
      </span>
    </Link>
  );
};
