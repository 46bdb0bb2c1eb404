import type { ReactNode } from 'react';
import classes from './chip.module.css';

/** A small label: a topic, a place. */
export const Chip = ({ children }: { children: ReactNode }) => (
  <span className={classes.chip}>{children}</span>
);

interface FilterChipProps {
  children: ReactNode;
  selected: boolean;
  onToggle: () => void;
}

/** A chip to switch on and off. Put several in a `role="group"` with a name. */
export const FilterChip = ({ children, selected, onToggle }: FilterChipProps) => (
  <button type="button" aria-pressed={selected} onClick={onToggle} className={classes.filter}>
    {children}
  </button>
);
