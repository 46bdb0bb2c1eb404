import type { ReactNode, RefObject } from 'react';

export interface PopoverProps {
  open: boolean;
  onClose: () => void;
  /** What it is for: "Reactions". */
  label: string;
  /** What it stands beside. */
  anchor: RefObject<Element | null>;
  side?: 'top' | 'bottom';
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}
