import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dayWords } from './day-words.ts';
import { GoToDay } from './go-to-day.tsx';
import classes from './search-panel.module.css';
import { SearchResult } from './search-result.tsx';
import { searchWords } from './search-words.ts';
import { useMessageSearch } from './use-message-search.ts';
import { useOlderMessages } from './use-older-messages.ts';

/** So many results are drawn at first, and with each request for more. */
const STEP = 50;

interface SearchPanelProps {
  uid: string;
  chat: ChatEntry;
  /** The id that my messages carry. */
  me: string;
  /** Somebody goes to a message. */
  onOpen: () => void;
}

/** Finds messages of a chat by their words, or by the day. What is looked for does not leave the device. */
export const SearchPanel = ({ uid, chat, me, onOpen }: SearchPanelProps) => {
  const [text, setText] = useState('');
  const [shown, setShown] = useState(STEP);
  const field = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(text.trim());
  const older = useOlderMessages(uid, chat.id);
  const search = useMessageSearch(uid, chat.id, wanted, older);
  const now = useNow();
  useEffect(() => field.current?.focus(), []);

  const { found, searchedBackTo } = search;
  const backTo = searchedBackTo === null ? null : dayWords(new Date(searchedBackTo), now);
  return (
    <div className={classes.panel}>
      <TextField
        ref={field}
        type="search"
        label="Search this chat"
        description="On this device only. Nobody sees what you look for."
        enterKeyHint="search"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setShown(STEP);
        }}
      />
      {wanted === '' ? <GoToDay uid={uid} chat={chat} older={older} onOpen={onOpen} /> : null}
      <p role="status" className={classes.status}>
        {searchWords({ wanted, found: found?.length ?? null, backTo, isLoading: search.isLoading })}
      </p>
      {found && found.length > 0 ? (
        <ol className={classes.results} aria-label="Messages found">
          {found.slice(0, shown).map((message) => (
            <li key={message.id}>
              <SearchResult
                uid={uid}
                message={message}
                isMine={message.senderId === me}
                givenName={chat.people?.[message.senderId]}
                wanted={wanted}
                now={now}
                onOpen={onOpen}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <div className={classes.more}>
        {found && found.length > shown ? (
          <TextButton onClick={() => setShown((before) => before + STEP)}>Show more results</TextButton>
        ) : null}
        {search.problem === 'not-loaded' ? (
          <p role="alert">
            We could not load older messages. <TextButton onClick={search.searchOlder}>Try again</TextButton>
          </p>
        ) : search.canSearchOlder ? (
          <TextButton onClick={search.searchOlder}>Search older messages</TextButton>
        ) : null}
        {search.problem === 'not-started' ? (
          <p role="alert">The search could not start. Close it and open it again.</p>
        ) : null}
      </div>
    </div>
  );
};
