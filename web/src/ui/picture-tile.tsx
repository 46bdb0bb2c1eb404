import { IconEyeOff } from '@tabler/icons-react';
import { Button } from './button.tsx';
import classes from './picture-tile.module.css';

interface PictureTileProps {
  /** An address that the page may load; null while it is fetched. */
  url: string | null;
  /** What pressing it does, and what is in it: "Open picture 2 of 3: a boat". */
  label: string;
  /** Blurred until it is pressed. */
  veiled?: boolean;
  /** Why it cannot be had; null where it can. With `onRetry` it can be tried again. */
  problem?: string | null;
  onRetry?: (() => void) | undefined;
  onPress: () => void;
}

/** A picture that fills its place, which has its size beforehand, and does something when it is pressed. */
export const PictureTile = ({ url, label, veiled = false, problem, onRetry, onPress }: PictureTileProps) => {
  if (problem) {
    return (
      <div className={classes.problem}>
        <p>{problem}</p>
        {onRetry ? (
          <Button variant="subtle" size="small" onClick={onRetry}>
            Retry
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <button
      type="button"
      aria-label={label}
      aria-busy={url === null || undefined}
      className={classes.tile}
      data-veiled={veiled || undefined}
      onClick={onPress}
    >
      {url === null ? null : (
        <img src={url} alt="" decoding="async" draggable={false} className={classes.picture} />
      )}
      {veiled ? (
        <span className={classes.words} aria-hidden="true">
          <span>
            <IconEyeOff size={16} stroke={1.75} />
            Show
          </span>
        </span>
      ) : null}
    </button>
  );
};
