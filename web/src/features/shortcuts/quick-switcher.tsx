import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { communityNames } from '../../data/community-names.ts';
import { useLeftChats } from '../../data/left-chats.ts';
import { useLive } from '../../data/use-live.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { DialogWindow } from '../../ui/dialog-window.tsx';
import field from '../../ui/field.module.css';
import { rankOptions } from '../../ui/rank-options.ts';
import { ShownName } from '../../ui/shown-name.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type Place, placesToGo } from './places-to-go.ts';
import classes from './quick-switcher.module.css';

/** So many are offered at once; typing narrows them. */
const OFFERED = 8;
/** Of the latest joined communities: each that this device does not know is a read. */
const COMMUNITIES = 20;

interface QuickSwitcherProps {
  uid: string;
  open: boolean;
  onClose: () => void;
}

/** Goes to a chat, a community or a person by name, with the keyboard alone. */
export const QuickSwitcher = ({ uid, open, onClose }: QuickSwitcherProps) => (
  <DialogWindow open={open} onClose={onClose} title="Go to">
    <Switcher uid={uid} onClose={onClose} />
  </DialogWindow>
);

function usePlaces(uid: string): readonly Place[] {
  const rows = useLive(watchInbox(uid)).value ?? [];
  const left = useLeftChats();
  const memberships = useLive(watchMemberships(uid)).value;
  const ids = memberships ? [...memberships.communities].slice(0, COMMUNITIES) : null;
  const communities = useLive(ids ? communityNames(uid, ids) : null).value ?? [];
  return placesToGo(
    uid,
    rows.filter(({ id }) => !left.has(id)),
    communities,
  );
}

const Switcher = ({ uid, onClose }: Omit<QuickSwitcherProps, 'open'>) => {
  const navigate = useNavigate();
  const listId = useId();
  const places = usePlaces(uid);
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const byPath = new Map(places.map((place) => [place.to, place]));
  const options = places.map(({ to, name }) => ({ value: to, label: name }));
  const offered = rankOptions(options, typed, OFFERED).flatMap(({ value }) => byPath.get(value) ?? []);
  const index = Math.min(marked, offered.length - 1);

  const go = (place: Place | undefined) => {
    if (!place) return;
    onClose();
    void navigate(place.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && offered.length > 0) setMarked((index + step + offered.length) % offered.length);
    else if (event.key === 'Enter') go(offered[index]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        role="combobox"
        aria-label="Chat, community or person"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={offered[index] ? `${listId}-${index}` : undefined}
        autoComplete="off"
        dir="auto"
        placeholder="Chat, community or person"
        className={field.box}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <VisuallyHidden>
        <span role="status">{spokenCount(offered.length)}</span>
      </VisuallyHidden>
      <div id={listId} role="listbox" aria-label="Places" className={classes.list}>
        {offered.map((place, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the same
          <div
            key={place.to}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === index}
            className={classes.option}
            onPointerMove={() => setMarked(at)}
            onClick={() => go(place)}
          >
            <ShownName name={place.name} className={classes.name} />
            <span className={classes.kind}>{place.kind}</span>
          </div>
        ))}
      </div>
      {offered.length === 0 ? (
        <p className={classes.kind}>
          {typed.trim() === '' ? 'Your chats and communities will be here.' : 'Nothing of yours has that name.'}
        </p>
      ) : null}
    </>
  );
};

const spokenCount = (count: number): string | null =>
  count === 0 ? null : count === 1 ? '1 result' : `${count} results`;
