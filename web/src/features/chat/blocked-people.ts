import { createContext, useContext, useMemo } from 'react';
import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** The uids that I blocked, for everything that draws other people's words and reactions. */
export const BlockedPeople = createContext(NOBODY);

export function useIsBlocked(uid: string): boolean {
  return useContext(BlockedPeople).has(uid);
}

/** Whom `uid` blocked; nobody until that is known, and nobody in a chat of two, which a block ends. */
export function useBlockedPeople(uid: string, isGroup: boolean): ReadonlySet<string> {
  const blocks = useLive(isGroup ? watchBlocks(uid) : null).value;
  return useMemo(() => (blocks === undefined ? NOBODY : new Set(blocks.map(({ id }) => id))), [blocks]);
}
