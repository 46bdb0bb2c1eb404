import type { ReactNode, RefObject } from 'react';

export interface MenuAction {
  /** A verb and what it is done to, as short as it can be: "Mute", "Copy text". */
  label: string;
  /** A Tabler icon at 20 px, stroke 1.75. In one menu either all have one or none. */
  icon?: ReactNode;
  /** The menu is closed when this is called. */
  onSelect?: () => void;
  /** A path of the app to go to, in place of `onSelect`. */
  to?: string;
  /** For what deletes, leaves or blocks; put it last, after a line. */
  danger?: boolean;
  disabled?: boolean;
  /** On or off: the entry shows a check and stays a choice, not a command. */
  checked?: boolean;
}

/** `'line'` parts groups. */
export type MenuEntry = MenuAction | 'line';

/** A place on the screen, for a menu that opens where a finger or a pointer is. */
export interface ScreenPoint {
  x: number;
  y: number;
}

export interface MenuProps {
  open: boolean;
  onClose: () => void;
  /** What it belongs to: "Evening group", "Message from Ada". */
  label: string;
  items: readonly MenuEntry[];
  /** Where it opens: beside this element or at this point. On a phone it comes from below, whatever this says. */
  anchor: RefObject<Element | null> | ScreenPoint;
  /** Which edge of the anchor it keeps to. */
  align?: 'start' | 'end';
}
