import type { FirestoreTime } from '@sameboat/model/time';
import { useState } from 'react';
import type { Live } from '../../data/live-source.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import type { ReadAtOpening } from './unread.ts';

interface Opening {
  row: Live<InboxEntry | null>;
  joinedAt: FirestoreTime;
  newest: MessageWithId | undefined;
  /** Whether the messages can be shown. */
  isLoaded: boolean;
  /** Whether to go on without the server's answer, which may not come. */
  isPatienceOver: boolean;
}

/** How far the person had read when they opened the chat; null until that is known. It never changes after that. */
export function useReadAtOpening(opening: Opening): ReadAtOpening | null {
  const [known, setKnown] = useState<ReadAtOpening | null>(null);
  if (known !== null) return known;
  const { row, joinedAt, newest, isLoaded, isPatienceOver } = opening;
  // Another device may have read further than this device's copy of the row says.
  if (!isLoaded || (row.fromCache && !isPatienceOver)) return null;
  const made = {
    readAt: readAtOf(row, joinedAt, newest),
    newest: newest?.createdAt ?? null,
    markedAt: row.value?.markedAt ?? null,
  };
  setKnown(made);
  return made;
}

function readAtOf(row: Live<InboxEntry | null>, joinedAt: FirestoreTime, newest: MessageWithId | undefined) {
  // Nothing is known of what was read, so nothing is called new.
  if (row.value === undefined) return newest?.createdAt ?? joinedAt;
  return row.value?.readAt ?? joinedAt;
}
