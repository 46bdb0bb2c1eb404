import { IconArrowUp } from '@tabler/icons-react';
import { countLabel, spokenCount } from '../../ui/count-label.ts';
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
  const words =
    state === 'loading'
      ? `Loading new messages: ${count} so far`
      : state === 'failed'
        ? 'We could not load the new messages. Try again'
        : null;
  return (
    <JumpButton
      side="top"
      label={words ?? `${spokenCount(count, more)} new. Go to the first new message`}
      icon={<IconArrowUp size={20} stroke={1.75} aria-hidden="true" />}
      onJump={() => {
        if (state !== 'loading') onJump();
      }}
    >
      {words ?? `${countLabel(count, more)} new`}
    </JumpButton>
  );
};
