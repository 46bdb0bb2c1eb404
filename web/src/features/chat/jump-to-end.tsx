import { IconArrowDown } from '@tabler/icons-react';
import classes from './jump-to-end.module.css';

/** Floats over the conversation while the reader is further up: what came meanwhile, and the way there. */
export const JumpToEnd = ({ unseen, onJump }: { unseen: number; onJump: () => void }) => (
  <div role="status" className={classes.place}>
    <button
      type="button"
      className={classes.jump}
      onClick={onJump}
      aria-label={unseen > 0 ? `${unseen} new. Go to the newest message` : 'Go to the newest message'}
    >
      <IconArrowDown size={20} stroke={1.75} aria-hidden="true" />
      {unseen > 0 ? `${unseen} new` : null}
    </button>
  </div>
);
