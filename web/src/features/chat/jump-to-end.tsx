import { IconArrowDown } from '@tabler/icons-react';
import { countLabel } from '../../ui/count-label.ts';
import { JumpButton } from './jump-button.tsx';
import type { NewMessages } from './unread.ts';

interface JumpToEndProps {
  /** What came after the newest message that the reader has seen. */
  unseen: NewMessages;
  onJump: () => void;
}

/** Leads to the newest message while the reader is further up, and says how much is new. */
export const JumpToEnd = ({ unseen: { count, more }, onJump }: JumpToEndProps) => {
  const words = count > 0 ? `${countLabel(count, more)} new` : null;
  return (
    <JumpButton
      side="foot"
      label={words ? `${words}. Go to the newest message` : 'Go to the newest message'}
      icon={<IconArrowDown size={20} stroke={1.75} aria-hidden="true" />}
      onJump={onJump}
    >
      {words}
    </JumpButton>
  );
};
