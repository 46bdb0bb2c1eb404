import { Combobox } from '@base-ui/react/combobox';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './combobox.module.css';
import type { ComboboxControlProps, ComboboxOption } from './combobox-props.ts';
import field from './field.module.css';
import { IconButton } from './icon-button.tsx';
import { plain } from './rank-options.ts';
import { useOffered } from './use-offered.ts';
import hidden from './visually-hidden.module.css';

/** So many are offered at once; typing narrows them. */
const OFFERED = 40;

/** The kit's part of a combobox: the input and its list. */
export const ComboboxControl = ({
  label,
  options,
  find,
  value,
  onChange,
  placeholder,
  nothingFound,
  autoFocus,
  isUnmatched,
  onUnmatched,
  ...control
}: ComboboxControlProps) => {
  const chosen = options.find((option) => option.value === value) ?? null;
  /** What stands in the input while it differs from what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  const words = typed ?? chosen?.label ?? '';
  const { offered, pending, problem, approach } = useOffered(options, find, typed ?? '', OFFERED);

  const choose = (option: ComboboxOption | null) => {
    setTyped(null);
    onUnmatched('');
    onChange(option?.value ?? null);
  };
  /** Somebody typed and went on, or pressed Enter, before the options were there. */
  const settlesLater = useRef(false);
  const settle = () => {
    if (typed === null) return;
    settlesLater.current = pending;
    if (plain(typed) === '') choose(null);
    else if (pending) return;
    else if (offered[0]) choose(offered[0]);
    else onUnmatched(typed.trim());
  };
  useEffect(() => {
    if (!pending && settlesLater.current) settle();
  });

  return (
    <Combobox.Root<ComboboxOption>
      items={options}
      filteredItems={offered as ComboboxOption[]}
      value={chosen}
      onValueChange={choose}
      isItemEqualToValue={(one, other) => one.value === other.value}
      inputValue={words}
      onInputValueChange={(next, { reason }) => {
        // What the kit itself would put there when the list closes is not taken: words that match nothing stay.
        if (reason !== 'input-change') return;
        settlesLater.current = false;
        setTyped(next);
        onUnmatched('');
      }}
      autoHighlight
    >
      <div className={classes.box}>
        <Combobox.Input
          {...control}
          dir="auto"
          autoFocus={autoFocus}
          autoComplete="off"
          // While the list is open, the kit hides everything else from screen readers, the label too.
          aria-label={label}
          data-unmatched={isUnmatched || undefined}
          className={`${field.box} ${classes.input}`}
          placeholder={placeholder}
          onFocus={approach}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !pending || typed === null) return;
            event.preventDefault();
            settlesLater.current = true;
          }}
          onBlur={(event) => {
            if (!popup.current?.contains(event.relatedTarget)) settle();
          }}
        />
        {words === '' ? null : (
          <span className={classes.clear}>
            <Combobox.Clear
              keepMounted
              render={
                <IconButton
                  label={`Clear ${label.toLowerCase()}`}
                  size={36}
                  withoutTooltip
                  icon={<IconX size={18} stroke={1.75} />}
                />
              }
              onClick={() => choose(null)}
            />
          </span>
        )}
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className={classes.place} sideOffset={4} collisionPadding={8}>
          <Combobox.Popup ref={popup} className={classes.popup} aria-label={label}>
            <Combobox.Status className={hidden.hidden}>{spokenCount(offered.length)}</Combobox.Status>
            <Combobox.Empty>
              <p className={classes.empty}>{pending ? 'Looking…' : (problem ?? nothingFound)}</p>
            </Combobox.Empty>
            <Combobox.List className={classes.list}>
              {(option: ComboboxOption) => (
                <Combobox.Item key={option.value} value={option} className={classes.item}>
                  <bdi className={classes.words}>{option.label}</bdi>
                  <Combobox.ItemIndicator className={classes.check}>
                    <IconCheck size={18} stroke={2} aria-hidden="true" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
};

/** Spoken as the list narrows. That there is none is said by the list itself. */
const spokenCount = (count: number): string | null =>
  count === 0 ? null : count === 1 ? '1 result' : count === OFFERED ? 'Many results' : `${count} results`;
