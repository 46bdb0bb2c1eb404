import { type ComponentProps, useRef, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import type { MenuEntry, MenuProps } from './menu-entry.ts';
import { onDemand } from './on-demand.ts';

const popup = onDemand(() => import('./menu-popup.tsx').then(({ MenuPopup }) => MenuPopup));

/** Fetch the menu's code ahead: when a pointer or the focus comes near what opens it. */
export const preloadMenu = popup.preload;

/** A menu that something else opens: a long press, a right click (see useContextMenu), a key. */
export const Menu = (props: MenuProps) => {
  const Popup = popup.useWhen(props.open, props.onClose);
  return Popup ? <Popup {...props} /> : null;
};

interface MenuButtonProps extends Omit<ComponentProps<typeof IconButton>, 'onSelect' | 'ref'> {
  items: readonly MenuEntry[];
  /** What the menu belongs to; the button's own label when left out. */
  menuLabel?: string;
  align?: 'start' | 'end';
  /** For whoever must keep the button in sight while its menu is open. */
  onOpenChange?: (open: boolean) => void;
}

/** An icon button that opens a menu. */
export const MenuButton = ({ items, menuLabel, align = 'end', onOpenChange, ...button }: MenuButtonProps) => {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <>
      <IconButton
        {...button}
        ref={anchor}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={preloadMenu}
        onFocus={preloadMenu}
        onClick={() => change(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          change(true);
        }}
      />
      <Menu
        open={open}
        onClose={() => change(false)}
        label={menuLabel ?? button.label}
        items={items}
        anchor={anchor}
        align={align}
      />
    </>
  );
};
