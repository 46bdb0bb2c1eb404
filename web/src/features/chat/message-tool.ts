import type { RefObject } from 'react';
import type { ScreenPoint } from '../../ui/menu-entry.ts';
import type { ShownMessage } from './shown-message.ts';

/** A menu, a choice or a question about one message. It stays a moment after it was closed, to be seen closing. */
export interface MessageTool {
  readonly kind: 'menu' | 'react' | 'reactors' | 'delete' | 'remove';
  readonly messageId: string;
  readonly anchor: RefObject<Element | null> | ScreenPoint;
  readonly isOpen: boolean;
}

/** Whether there is anything to do with a message. Mine that are on their way have their own buttons. */
export function hasTools(message: ShownMessage): boolean {
  return message.kind !== 'system' && !message.deleted && message.delivery === 'sent';
}
