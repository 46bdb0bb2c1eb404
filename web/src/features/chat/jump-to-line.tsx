import { IconArrowUp } from '@tabler/icons-react';
import { countLabel } from '../../ui/count-label.ts';
import { JumpButton } from './jump-button.tsx';
import type { NewMessages } from './unread.ts';
import type { LoadState } from './use-older-messages.ts';

interface JumpToLineProps {
  /** What was new when the chat was opened. */
  fresh: NewMessages;
  state: LoadState;
  onJump: () => void;
}

/** Leads to the first new message where that is not loaded yet, and says how far loading has come. */
export const JumpToLine = ({ fresh: { count, more }, state, onJump }: JumpToLineProps) => {
  const words = {
    idle: `${countLabel(count, more)} new`,
    loading: `Loading new messages: ${count} so far`,
    failed: 'We could not load the new messages. Try again',
  }[state];
  return (
    <JumpButton
      side="top"
      label={state === 'idle' ? `${words}. Go to the first new message` : words}
      icon={<IconArrowUp size={20} stroke={1.75} aria-hidden="true" />}
      onJump={() => {
        if (state !== 'loading') onJump();
      }}
    >
      {words}
    </JumpButton>
  );
};
