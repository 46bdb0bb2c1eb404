import { limits } from '@sameboat/model/limits';
import type { MentionedText } from '@sameboat/model/mention-text';

/** What somebody has typed of a mention: from the "@" to the cursor. */
export interface MentionQuery {
  readonly start: number;
  readonly end: number;
  /** Without the "@". */
  readonly typed: string;
}

/** Words of a name that may be typed before it is no longer taken for one. */
const WORDS = 4;

/** The mention that is being typed at the cursor; null where there is none, or no more are allowed. */
export function mentionQuery({ text, spans }: MentionedText, caret: number): MentionQuery | null {
  if (caret === 0 || spans.length >= limits.mentionsMax) return null;
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || caret - start > limits.displayNameMax) return null;
  // "ada@example.com" is an address.
  if (start > 0 && /[\p{L}\p{N}_.@-]/u.test(text.charAt(start - 1))) return null;
  if (spans.some((span) => span.start <= start && start < span.end)) return null;
  const typed = text.slice(start + 1, caret);
  if (/^\s|\n|\s\s/u.test(typed) || typed.split(' ').length > WORDS) return null;
  return { start, end: caret, typed };
}
