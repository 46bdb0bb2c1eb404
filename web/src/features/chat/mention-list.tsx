import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import classes from './mention-list.module.css';
import { type MentionSource, useMentionPeople } from './mention-people.ts';
import { type PersonToMention, rankPeople } from './mention-rank.ts';

/** So many are offered at once; typing narrows them. */
const OFFERED = 6;

/** Takes a key of the field for the list; says whether it did. */
export type MentionKeys = (event: KeyboardEvent) => boolean;

export interface MentionListProps {
  id: string;
  /** What was typed after the "@". */
  typed: string;
  source: MentionSource;
  onChoose: (person: PersonToMention) => void;
  /** The id of the highlighted option, which the field names as its active descendant; null while none is offered. */
  onActive: (optionId: string | null) => void;
  keys: Ref<MentionKeys>;
}

/** The people who can be mentioned, over the field, which keeps the focus. */
export const MentionList = ({ id, typed, source, onChoose, onActive, keys }: MentionListProps) => {
  const { people, isLoading } = useMentionPeople(source);
  const offered = rankPeople(people, typed, OFFERED);
  const [place, setPlace] = useState({ typed, index: 0 });
  const index = Math.min(place.typed === typed ? place.index : 0, offered.length - 1);
  const activeId = offered[index] ? `${id}-${index}` : null;

  useEffect(() => onActive(activeId), [onActive, activeId]);
  useEffect(() => () => onActive(null), [onActive]);

  const move = (by: number) =>
    setPlace({ typed, index: (index + by + offered.length) % Math.max(1, offered.length) });

  useImperativeHandle(keys, () => (event) => {
    const chosen = offered[index];
    if (chosen === undefined) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) onChoose(chosen);
    else return false;
    event.preventDefault();
    return true;
  });

  if (offered.length === 0 && !isLoading) return null;
  return (
    <div className={classes.popup}>
      <VisuallyHidden>
        <span role="status">{offered.length === 0 ? '' : countWords(offered.length)}</span>
      </VisuallyHidden>
      {offered.length === 0 ? <p className={classes.wait}>Looking for people…</p> : null}
      <div id={id} role="listbox" aria-label="People to mention" className={classes.list}>
        {offered.map((person, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
          <div
            key={person.id}
            ref={at === index ? showInList : undefined}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            className={classes.option}
            // Leaves the focus, and a phone's keyboard, with the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(person)}
          >
            <Avatar id={person.id} name={person.name} picture={person.picture} size={32} />
            <ShownName name={person.name} className={classes.name} />
            {person.handle ? <span className={classes.handle}>@{person.handle}</span> : null}
          </div>
        ))}
      </div>
    </div>
  );
};

function showInList(option: HTMLElement | null) {
  option?.scrollIntoView({ block: 'nearest' });
}

function countWords(count: number): string {
  return count === 1 ? '1 person to mention' : `${count} people to mention`;
}
