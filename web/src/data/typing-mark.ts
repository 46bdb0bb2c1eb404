import { typingMaxMs } from '@sameboat/model/limits';
import { typingPath } from '@sameboat/model/typing';
import { Timestamp } from 'firebase/firestore';
import { commitNow } from './commit-now.ts';

/** A mark is written at most this often, in milliseconds: before the last one has run out. */
export const typingEveryMs = 6_000;

export interface TypingMark {
  /** To be called with each change of the words. */
  typed(): void;
  /** Takes the mark back, as far as others may still see it. */
  stopped(): void;
}

/**
 * Shows the others in a chat that `name` (a uid; in a match an alias) is typing. The writes follow one another, never wait
 * for a connection, and may fail: then nobody sees it.
 */
export function createTypingMark(chatId: string, name: string): TypingMark {
  const path = typingPath(chatId, name);
  return paceTyping((until) =>
    commitNow([
      until === null ? { delete: path } : { set: path, data: { until: Timestamp.fromMillis(until) } },
    ]),
  );
}

/** Decides when to write a mark that is good until a time (in milliseconds), and when to take it back (null). */
export function paceTyping(write: (until: number | null) => Promise<void>): TypingMark {
  let nextAt = 0;
  let until = 0;
  let last: Promise<void> = Promise.resolve();
  const then = (next: number | null) => {
    last = last.then(() => write(next)).catch(() => undefined);
  };
  return {
    typed() {
      const now = Date.now();
      if (now < nextAt) return;
      nextAt = now + typingEveryMs;
      until = now + typingMaxMs;
      then(until);
    },
    stopped() {
      if (Date.now() < until) then(null);
      until = 0;
    },
  };
}
