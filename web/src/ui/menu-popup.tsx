import { Menu } from '@base-ui/react/menu';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import classes from './menu.module.css';
import type { MenuAction, MenuProps, ScreenPoint } from './menu-entry.ts';
import { useOpener } from './use-opener.ts';

/** The kit's part of a menu. */
export const MenuPopup = ({ open, onClose, label, items, anchor, align = 'end' }: MenuProps) => {
  const popup = useRef<HTMLDivElement>(null);
  const opener = useOpener(open);
  const chosen = useRef<(() => void) | null>(null);

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      // With the keyboard a menu opens on its first entry; with a pointer the popup itself has the focus.
      if (open && opener.current?.matches(':focus-visible'))
        popup.current?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
      if (open) return;
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
          <Menu.Popup ref={popup} className={classes.popup} aria-label={label} finalFocus={false}>
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
