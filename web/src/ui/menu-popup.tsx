import { Menu } from '@base-ui/react/menu';
import { IconCheck } from '@tabler/icons-react';
import { type FocusEvent, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import classes from './menu.module.css';
import type { MenuAction, MenuProps, ScreenPoint } from './menu-entry.ts';
import { useOpener } from './use-opener.ts';

/** The kit's part of a menu. */
export const MenuPopup = ({ open, onClose, label, items, anchor, align = 'end' }: MenuProps) => {
  const popup = useRef<HTMLDivElement>(null);
  /** Whether the popup hands the focus on to its first entry: the menu was opened with the keyboard. */
  const goesToFirst = useRef(false);
  const opener = useOpener(open, (element) => {
    goesToFirst.current = element?.matches(':focus-visible') ?? false;
  });
  const chosen = useRef<(() => void) | null>(null);

  // The kit gives the focus to the popup itself, which is right for a pointer.
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (!goesToFirst.current || event.target !== event.currentTarget) return;
    goesToFirst.current = false;
    event.currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
  };

  useEffect(() => {
    if (open) return;
    const frame = requestAnimationFrame(() => {
      // First the focus goes back, then what was chosen happens, so that a dialog can take the focus from there.
      const { activeElement } = document;
      if (activeElement === document.body || popup.current?.contains(activeElement)) opener.current?.focus();
      chosen.current?.();
      chosen.current = null;
    });
    return () => cancelAnimationFrame(frame);
  }, [open, opener]);

  const choose = (item: MenuAction) => {
    chosen.current = item.onSelect ?? null;
  };

  return (
    <Menu.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Backdrop className={classes.scrim} />
        <Menu.Positioner
          className={classes.place}
          anchor={'x' in anchor ? pointAnchor(anchor) : anchor}
          side="bottom"
          align={'x' in anchor ? 'start' : align}
          sideOffset={4}
          collisionPadding={8}
        >
          <Menu.Popup
            ref={popup}
            className={classes.popup}
            aria-label={label}
            finalFocus={false}
            onFocus={onFocus}
          >
            {items.map((item, index) =>
              item === 'line' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
                <Menu.Separator key={`line-${index}`} className={classes.line} />
              ) : (
                <Entry key={item.label} item={item} onChoose={choose} />
              ),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

interface EntryProps {
  item: MenuAction;
  onChoose: (item: MenuAction) => void;
}

const Entry = ({ item, onChoose }: EntryProps) => {
  const shared = {
    className: classes.entry,
    'data-danger': item.danger || undefined,
    disabled: item.disabled ?? false,
  };
  const words = (
    <>
      {item.icon ? <span aria-hidden="true">{item.icon}</span> : null}
      <span className={classes.words}>{item.label}</span>
    </>
  );
  if (item.to !== undefined)
    return (
      <Menu.LinkItem {...shared} closeOnClick render={<Link to={item.to} />}>
        {words}
      </Menu.LinkItem>
    );
  if (item.checked !== undefined)
    return (
      <Menu.CheckboxItem
        {...shared}
        closeOnClick
        checked={item.checked}
        onCheckedChange={() => onChoose(item)}
      >
        {words}
        <Menu.CheckboxItemIndicator className={classes.check}>
          <IconCheck size={18} stroke={2} aria-hidden="true" />
        </Menu.CheckboxItemIndicator>
      </Menu.CheckboxItem>
    );
  return (
    <Menu.Item {...shared} onClick={() => onChoose(item)}>
      {words}
    </Menu.Item>
  );
};

const pointAnchor = ({ x, y }: ScreenPoint) => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) });
