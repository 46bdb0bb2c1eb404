import { IconEyeOff, IconSend2 } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { readEnterSends, useEnterSends } from '../../data/enter-sends.ts';
import type { OutgoingContent } from '../../data/outbox-state.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { onDemand } from '../../ui/on-demand.ts';
import classes from './composer.module.css';
import { MentionField } from './mention-field.tsx';
import type { MentionSource } from './mention-people.ts';
import { useComposer } from './use-composer.ts';
import { useFocusOnOpening } from './use-focus-on-opening.ts';

const note = onDemand(() =>
  import('./content-note-field.tsx').then(({ ContentNoteField }) => ContentNoteField),
);

export interface ComposerProps {
  people: MentionSource;
  /** Takes what was written; `replyTo` is for the caller to fill in. */
  onSend: (content: OutgoingContent) => void;
  /** Hears after each change whether there are words. */
  onWords?: (any: boolean) => void;
  /** Arrow-up was pressed with nothing written. */
  onEditLast?: (() => void) | undefined;
  /** What else goes with the message, over the field and within its frame. */
  above?: ReactNode;
  /** Buttons before the field, 36 px. */
  tools?: ReactNode;
  /** Whether there is something to send besides words. */
  mayBeBlank?: boolean;
  /** Whether nothing can be sent yet. */
  isHeld?: boolean;
}

const ignore = () => {};

/**
 * Where people write. Enter sends where they chose so, and with Ctrl or ⌘ always; Shift+Enter starts a new line. What is
 * typed is kept as a draft from the first letter. A text that is too long stays, with words, and is not cut.
 */
export const Composer = (props: ComposerProps) => {
  const { people, onSend, onWords = ignore, onEditLast, above, tools } = props;
  const { mayBeBlank = false, isHeld = false } = props;
  const uid = people.uid;
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const enterSends = useEnterSends(uid);
  const composer = useComposer({ uid, chatId: people.chat.id, onSend, onWords, mayBeBlank, isHeld });
  const { draft, change, send, hint, isTooLong } = composer;
  const [isNoteFresh, setNoteFresh] = useState(false);
  const Note = note.useWhen(draft.contentNote !== null, () => change({ contentNote: null }));
  useFocusOnOpening(field);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'ArrowUp' && draft.words.text === '' && onEditLast) {
      event.preventDefault();
      onEditLast();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    // While an input method composes, Enter chooses a word.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (!event.ctrlKey && !event.metaKey && !readEnterSends(uid)) return;
    event.preventDefault();
    send();
  };

  const removeNote = () => {
    change({ contentNote: null });
    field.current?.focus();
  };

  return (
    // biome-ignore lint/correctness/noRestrictedElements: one field that is never refused, and keeps its own draft
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      <div className={classes.box} data-over={isTooLong || undefined}>
        {above}
        {Note !== null && draft.contentNote !== null ? (
          <Note
            value={draft.contentNote}
            onChange={(contentNote) => change({ contentNote })}
            onRemove={removeNote}
            isFresh={isNoteFresh}
          />
        ) : null}
        <div className={classes.line}>
          <div className={classes.tools}>
            {tools}
            <IconButton
              label="Add a content note"
              icon={<IconEyeOff size={20} stroke={1.75} />}
              size={36}
              round
              aria-expanded={draft.contentNote !== null}
              onPointerEnter={note.preload}
              onClick={() => {
                setNoteFresh(true);
                if (draft.contentNote === null) change({ contentNote: '' });
                else removeNote();
              }}
            />
          </div>
          <MentionField
            ref={field}
            people={people}
            aria-label="Message"
            aria-describedby={hintId}
            aria-invalid={isTooLong || undefined}
            placeholder="Message"
            value={draft.words}
            enterKeyHint={enterSends ? 'send' : 'enter'}
            autoComplete="off"
            onChange={(words) => change({ words })}
            onKeyDown={onKeyDown}
          />
          <span className={classes.send}>
            <IconButton
              type="submit"
              label="Send"
              icon={<IconSend2 size={20} stroke={1.75} />}
              size={36}
              variant="filled"
              round
              withoutTooltip
              disabled={!composer.sendable}
              // Keeps the keyboard of a phone open between two messages.
              onPointerDown={(event) => event.preventDefault()}
            />
          </span>
        </div>
      </div>
      <p id={hintId} className={classes.left} aria-live="polite">
        {hint?.words}
      </p>
    </form>
  );
};
