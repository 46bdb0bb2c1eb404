import classes from './reaction-chip.module.css';

interface ReactionChipProps {
  emoji: string;
  /** The reaction's name: "Heart". */
  name: string;
  count: number;
  /** Whether I am among them. */
  mine: boolean;
  /** Whether what it opened is open. */
  expanded?: boolean;
  /** With the chip, for what opens beside it. */
  onPress: (chip: HTMLElement) => void;
  disabled?: boolean;
}

/** A reaction under a message, and how many gave it. Pressing shows who did. */
export const ReactionChip = ({
  emoji,
  name,
  count,
  mine,
  expanded = false,
  onPress,
  disabled = false,
}: ReactionChipProps) => (
  <button
    type="button"
    className={classes.chip}
    data-mine={mine || undefined}
    aria-haspopup="dialog"
    aria-expanded={expanded}
    aria-label={mine ? `${name}, ${count}, with yours` : `${name}, ${count}`}
    disabled={disabled}
    onClick={(event) => onPress(event.currentTarget)}
  >
    <span aria-hidden="true">{emoji}</span>
    <span aria-hidden="true" className={classes.count}>
      {count}
    </span>
  </button>
);
