import { IconArrowDown } from '@tabler/icons-react';
import { countLabel, spokenCount } from '../../ui/count-label.ts';
import { JumpButton } from './jump-button.tsx';
import type { NewMessages } from './unread.ts';

interface JumpToEndProps {
  /** What came after the newest message that the reader has seen. */
  unseen: NewMessages;
  onJump: () => void;
}

/** Leads to the newest message while the reader is further up, and says how much is new. */
export const JumpToEnd = ({ unseen: { count, more }, onJump }: JumpToEndProps) => (
  <JumpButton
    side="foot"
    label={
      count > 0 ? `${spokenCount(count, more)} new. Go to the newest message` : 'Go to the newest message'
    }
    icon={<IconArrowDown size={20} stroke={1.75} aria-hidden="true" />}
    onJump={onJump}
  >
    {count > 0 ? `${countLabel(count, more)} new` : null}
  </JumpButton>
);
