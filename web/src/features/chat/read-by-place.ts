import { createContext } from 'react';
import type { ChatEntry } from '../../data/watch-chat.ts';

export interface ReadByPlaceValue {
  readonly uid: string;
  readonly chat: ChatEntry;
}

/** The conversation that read receipts are in, and who looks at them. Null where there are none. */
export const ReadByPlace = createContext<ReadByPlaceValue | null>(null);
