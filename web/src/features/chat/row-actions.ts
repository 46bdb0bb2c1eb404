import type { MessageTool } from './message-tool.ts';

/** What a row of the conversation can ask for. The functions stay the same, so that a row need not be drawn again. */
export interface RowActions {
  /** Shows all of a long message, or folds it again. */
  onFold: (id: string, isUnfolded: boolean) => void;
  /** Shows what a content note veils, or what somebody wrote whom I blocked. */
  onReveal: (id: string, over: 'note' | 'block') => void;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
  /** Opens a menu, a choice or a question about a message. */
  onTool: (kind: MessageTool['kind'], id: string, anchor: MessageTool['anchor']) => void;
  onReply: (id: string) => void;
  /** Goes to the message that the message `from` answers. */
  onJump: (id: string, from: string) => void;
}
