import { createContext } from 'react';

/** What everything in a conversation needs to know of its chat. */
export interface ChatInSight {
  readonly uid: string;
  readonly chatId: string;
  /** The id that my messages carry: my uid, in a match my alias. */
  readonly me: string;
  /** Names by sender, where the chat itself gives them. */
  readonly people: Readonly<Record<string, string>>;
}

export const ShownChat = createContext<ChatInSight>({ uid: '', chatId: '', me: '', people: {} });
