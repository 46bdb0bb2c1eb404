import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './chip.module.css';

interface ChipProps {
  children: ReactNode;
  /** Adds a button that takes it away; `removeLabel` is its name: "Remove Anxiety". */
  onRemove?: () => void;
  removeLabel?: string;
}

/** A small label: a topic, a place. */
export const Chip = ({ children, onRemove, removeLabel }: ChipProps) => (
  <span className={classes.chip} data-removable={onRemove ? '' : undefined}>
    {children}
    {onRemove ? (
      <button type="button" className={classes.remove} aria-label={removeLabel} onClick={onRemove}>
        <IconX size={14} stroke={2} aria-hidden="true" />
      </button>
    ) : null}
  </span>
);

interface FilterChipProps {
  children: ReactNode;
  selected: boolean;
  onToggle: () => void;
  disabled?: boolean;
}

/** A chip to switch on and off. Put several in a `role="group"` with a name. A check shows what is on, besides colour. */
export const FilterChip = ({ children, selected, onToggle, disabled = false }: FilterChipProps) => (
  <button
    type="button"
    aria-pressed={selected}
    disabled={disabled}
    onClick={onToggle}
    className={classes.filter}
  >
    {selected ? <IconCheck size={16} stroke={2} aria-hidden="true" /> : null}
    {children}
  </button>
);
