import { withoutIsolates } from '@sameboat/model/mention-text';
import { useContext, useEffect, useRef } from 'react';
import { findUser } from '../../data/get-user.ts';
import { announce } from '../../ui/announcer.tsx';
import { shortName, useDiscreet } from '../../ui/discreet.ts';
import { BlockedPeople } from './blocked-people.ts';
import type { ShownMessage } from './shown-message.ts';
import type { TimelineRow } from './timeline.ts';

/** More than so many at once are counted and not read out. */
const READ_OUT = 3;
/** So much of a message is read out. The rest is in the list. */
const LONGEST = 300;

interface News {
  readonly uid: string;
  readonly rows: readonly TimelineRow[];
  /** Whether the newest message is on the screen. */
  readonly atEnd: boolean;
}

/**
 * Speaks the messages of others (not of those I blocked) that come while the chat is open at its end, and my own that could not be sent. The list
 * itself must be silent: it draws what is in sight, so rows of the past come into it whenever it moves.
 */
export function useSpokenNews({ uid, rows, atEnd }: News): void {
  const isDiscreet = useDiscreet();
  const blocked = useContext(BlockedPeople);
  const newest = useRef<number | null>(null);
  const failed = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const messages = rows.flatMap((row) => (row.kind === 'message' ? [row.message] : []));
    const theirs = messages.filter(({ mine, senderId }) => !mine && !blocked.has(senderId));
    const before = newest.current;
    newest.current = Math.max(before ?? 0, theirs.at(-1)?.at ?? 0);

    const refused = messages.filter(({ delivery }) => delivery === 'failed');
    const isNewlyRefused = refused.some(({ id }) => !failed.current.has(id));
    failed.current = new Set(refused.map(({ id }) => id));

    // What is there when the chat is opened is its past.
    if (before === null) return;
    if (isNewlyRefused) announce('We could not send your message. You can retry, copy or discard it.');
    if (!atEnd) return;
    const fresh = theirs.filter(({ at, deleted }) => at > before && !deleted);
    if (fresh.length > READ_OUT) announce(`${fresh.length} new messages`);
    else if (fresh.length > 0) void speak(uid, fresh, isDiscreet);
  }, [uid, rows, atEnd, isDiscreet, blocked]);
}

async function speak(uid: string, messages: readonly ShownMessage[], isDiscreet: boolean): Promise<void> {
  const sentences = await Promise.all(
    messages.map(async (message) => {
      const known = message.senderName ?? (await nameOf(uid, message.senderId));
      return `${isDiscreet ? shortName(known) : known}: ${wordsOf(message)}`;
    }),
  );
  announce(sentences.join('\n'));
}

async function nameOf(uid: string, senderId: string): Promise<string> {
  const user = await findUser(uid, senderId).catch(() => null);
  return user?.displayName ?? 'Someone';
}

/** What may be heard of a message: of a veiled one its note alone. */
function wordsOf({ contentNote, text, pictures }: ShownMessage): string {
  if (contentNote !== null) return `Content note: ${contentNote}`;
  if (text !== '') return withoutIsolates(text).slice(0, LONGEST);
  if (pictures.length !== 1) return `${pictures.length} pictures`;
  return pictures[0]?.alt ? `Picture: ${pictures[0].alt}` : 'Picture';
}
