import type { ChatEntry } from '../../data/watch-chat.ts';
import type { MessageTool } from './message-tool.ts';
import type { ShownMessage } from './shown-message.ts';

export interface MessageToolsProps {
  chat: ChatEntry;
  /** What is open, or was open last; null before the first time. */
  tool: MessageTool | null;
  /** The message that it is about, as it is now; undefined when it is not loaded any more. */
  message: ShownMessage | undefined;
  onTool: (kind: MessageTool['kind'], id: string, anchor: MessageTool['anchor']) => void;
  onReply: (id: string) => void;
  onEdit: (id: string) => void;
  /** Null where there is nowhere to keep a read position. */
  onMarkUnread: ((id: string) => void) | null;
  onClose: () => void;
}
