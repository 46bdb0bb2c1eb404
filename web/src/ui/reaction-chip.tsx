import classes from './reaction-chip.module.css';

interface ReactionChipProps {
  emoji: string;
  /** The reaction's name: "heart". */
  name: string;
  count: number;
  /** Whether I am among them. */
  mine: boolean;
  onToggle: () => void;
  disabled?: boolean;
}

/** A reaction under a message, and how many gave it. Pressing gives or takes back mine. */
export const ReactionChip = ({ emoji, name, count, mine, onToggle, disabled = false }: ReactionChipProps) => (
  <button
    type="button"
    className={classes.chip}
    aria-pressed={mine}
    aria-label={`${name}, ${count}`}
    disabled={disabled}
    onClick={onToggle}
  >
    <span aria-hidden="true">{emoji}</span>
    <span aria-hidden="true" className={classes.count}>
      {count}
    </span>
  </button>
);
