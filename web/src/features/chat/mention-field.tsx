import { editWords, insertMention, type MentionedText, withoutIsolates } from '@sameboat/model/mention-text';
import {
  type ChangeEvent,
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { GrowingText } from '../../ui/growing-text.tsx';
import { onDemand } from '../../ui/on-demand.ts';
import type { MentionKeys } from './mention-list.tsx';
import type { MentionSource } from './mention-people.ts';
import { type MentionQuery, mentionQuery } from './mention-query.ts';
import type { PersonToMention } from './mention-rank.ts';

const list = onDemand(() => import('./mention-list.tsx').then(({ MentionList }) => MentionList));

interface MentionFieldProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> {
  ref: RefObject<HTMLTextAreaElement | null>;
  value: MentionedText;
  onChange: (next: MentionedText) => void;
  /** Where to look for people after an "@". */
  people: MentionSource;
}

/**
 * A growing field in which "@" offers people to mention. While they are offered it takes the keys Up, Down, Enter, Tab
 * and Escape. The mentions stand out among the words, and one that is changed by hand is no mention any more.
 */
export const MentionField = ({ ref, value, onChange, people, onKeyDown, ...field }: MentionFieldProps) => {
  const listId = useId();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const keys = useRef<MentionKeys>(null);
  const closedAt = useRef<number | null>(null);
  const List = list.useWhen(query !== null, () => setQuery(null));

  // React puts the cursor at the end of what it changed itself.
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) ref.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const look = (words: MentionedText, at: number | null) => {
    const found = at === null ? null : mentionQuery(words, at);
    if (found === null) closedAt.current = null;
    const next = found?.start === closedAt.current ? null : found;
    setQuery((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
  };

  const change = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    const words = editWords(value, target.value, target.selectionEnd);
    const at = withoutIsolates(target.value.slice(0, target.selectionEnd)).length;
    if (words.text !== target.value) caret.current = at;
    onChange(words);
    look(words, at);
  };

  const choose = (person: PersonToMention) => {
    if (query === null) return;
    const inserted = insertMention(value, query, person);
    caret.current = inserted.caret;
    onChange(inserted.words);
    setQuery(null);
    ref.current?.focus();
  };

  const takeKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isFree = query !== null && activeId !== null && !event.nativeEvent.isComposing;
    if (isFree && event.key === 'Escape') {
      event.preventDefault();
      closedAt.current = query.start;
      setQuery(null);
    } else if (!isFree || !keys.current?.(event)) onKeyDown?.(event);
  };

  return (
    <>
      <GrowingText
        {...field}
        ref={ref}
        value={value.text}
        marks={value.spans}
        aria-autocomplete={activeId === null ? undefined : 'list'}
        aria-haspopup={activeId === null ? undefined : 'listbox'}
        aria-controls={activeId === null ? undefined : listId}
        aria-activedescendant={activeId ?? undefined}
        onChange={change}
        onKeyDown={takeKey}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          look(value, selectionStart === selectionEnd ? selectionEnd : null)
        }
        onBlur={() => setQuery(null)}
      />
      {List !== null && query !== null ? (
        <List
          id={listId}
          typed={query.typed}
          source={people}
          onChoose={choose}
          onActive={setActiveId}
          keys={keys}
        />
      ) : null}
    </>
  );
};
