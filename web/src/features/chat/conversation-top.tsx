import type { ChatType } from '@sameboat/model/chat';
import { useRef } from 'react';
import { TextButton } from '../../ui/text-button.tsx';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import type { useConversation } from './use-conversation.ts';

type Conversation = Pick<
  ReturnType<typeof useConversation>,
  'rows' | 'older' | 'hasOlder' | 'canLoadOlder' | 'isSettled'
>;

/** Above the oldest message that is loaded: the beginning of the chat, or what is known of the older messages. */
export const ConversationTop = ({ type, conversation }: { type: ChatType; conversation: Conversation }) => {
  const { rows, older, hasOlder, canLoadOlder, isSettled } = conversation;
  if (older.state === 'failed') return <Failed onRetry={older.loadPage} />;
  if (older.state === 'loading') return <p>Loading older messages</p>;
  if (canLoadOlder) return null;
  if (hasOlder) return <p>Older messages are not shown here.</p>;
  if (!isSettled) return <p>You are offline. Older messages will load when you are back online.</p>;
  if (rows.length > 0) return <p>This is the start of the chat.</p>;
  return (
    <p>
      {type === 'group' || type === 'home'
        ? 'Nobody has written here yet. You can start with a hello.'
        : 'No messages yet.'}
    </p>
  );
};

const Failed = ({ onRetry }: { onRetry: () => void }) => {
  const words = useRef<HTMLParagraphElement>(null);
  useHandOverFocus(words, (element) => element.closest<HTMLElement>('[role="log"]'));
  return (
    <p ref={words}>
      We could not load older messages. <TextButton onClick={onRetry}>Retry</TextButton>
    </p>
  );
};
