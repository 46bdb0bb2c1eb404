import { storedLength, toStoredText } from '@sameboat/model/mention-text';
import { hasInk } from '@sameboat/model/text-ink';
import { useState } from 'react';
import { type Draft, keepDraft, noDraft, readDraft } from '../../data/drafts.ts';
import type { OutgoingContent } from '../../data/outbox-state.ts';
import { lengthHint } from './length-hint.ts';

interface ComposerOptions {
  readonly uid: string;
  readonly chatId: string;
  readonly onSend: (content: OutgoingContent) => void;
  /** Whether the words of a message may be missing, because something else is sent. */
  readonly mayBeBlank: boolean;
  /** Whether nothing can be sent yet. */
  readonly isHeld: boolean;
  /** Hears after each change whether there are words. */
  readonly onWords: (any: boolean) => void;
}

/** A message as it is written: kept as a draft from the first letter, and gone from here as soon as it is sent. */
export function useComposer({ uid, chatId, onSend, mayBeBlank, isHeld, onWords }: ComposerOptions) {
  const [draft, setDraft] = useState(() => readDraft(uid, chatId));
  const hint = lengthHint(storedLength(draft.words));
  const isTooLong = hint?.isTooLong ?? false;
  const sendable = !isTooLong && !isHeld && (mayBeBlank || hasInk(draft.words.text));

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(uid, chatId, next);
    if (part.words) onWords(part.words.text.trim() !== '');
  };

  const send = () => {
    if (!sendable) return;
    const contentNote =
      draft.contentNote !== null && hasInk(draft.contentNote) ? draft.contentNote.trim() : null;
    onSend({ ...toStoredText(draft.words), replyTo: null, contentNote, pictures: [] });
    change(noDraft);
  };

  return { draft, change, send, sendable, hint, isTooLong };
}
