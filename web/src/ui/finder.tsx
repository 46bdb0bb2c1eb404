import { type KeyboardEvent, useId, useState } from 'react';
import type { ComboboxOption } from './combobox-props.ts';
import field from './field.module.css';
import classes from './finder.module.css';
import { rankOptions } from './rank-options.ts';
import { ShownName } from './shown-name.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface FinderProps {
  /** What can be found: "Chat, community or person". */
  label: string;
  /** In the order in which they are offered before somebody types. `note` says what each is. */
  options: readonly (ComboboxOption & { readonly note: string })[];
  onChoose: (value: string) => void;
  /** Said where there is nothing to offer, before and after somebody types. */
  nothingYet: string;
  nothingFound: string;
}

/** So many are offered at once; typing narrows them. */
const OFFERED = 8;

/** A field with its list always open under it: typing narrows it, the arrows choose, Enter goes there. */
export const Finder = ({ label, options, onChoose, nothingYet, nothingFound }: FinderProps) => {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const notes = new Map(options.map(({ value, note }) => [value, note]));
  const offered = rankOptions(options, typed, OFFERED);
  const current = Math.min(marked, offered.length - 1);

  const choose = (option: ComboboxOption | undefined) => {
    if (option) onChoose(option.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && offered.length > 0) setMarked((current + step + offered.length) % offered.length);
    else if (event.key === 'Enter') choose(offered[current]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={offered[current] ? `${listId}-${current}` : undefined}
        autoComplete="off"
        dir="auto"
        placeholder={label}
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
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {offered.map((option, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the same
          <div
            key={option.value}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === current}
            className={classes.option}
            onPointerMove={() => setMarked(at)}
            onClick={() => choose(option)}
          >
            <ShownName name={option.label} className={classes.name} />
            <span className={classes.kind}>{notes.get(option.value)}</span>
          </div>
        ))}
      </div>
      {offered.length === 0 ? (
        <p className={classes.kind}>{typed.trim() === '' ? nothingYet : nothingFound}</p>
      ) : null}
    </>
  );
};

const spokenCount = (count: number): string | null =>
  count === 0 ? null : count === 1 ? '1 result' : `${count} results`;
