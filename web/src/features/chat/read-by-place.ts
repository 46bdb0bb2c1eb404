import { createContext } from 'react';
import type { ChatEntry } from '../../data/watch-chat.ts';

/** The conversation that a read receipt stands in, and who asks for it. Null where there are none. */
export const ReadByPlace = createContext<{ readonly uid: string; readonly chat: ChatEntry } | null>(null);
