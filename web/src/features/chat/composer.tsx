import { IconSend2 } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { keepDraft, readDraft } from '../../data/drafts.ts';
import { GrowingText } from '../../ui/growing-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './composer.module.css';
import { lengthHint } from './length-hint.ts';
import { useFocusOnOpening } from './use-focus-on-opening.ts';

interface ComposerProps {
  uid: string;
  chatId: string;
  onSend: (text: string) => void;
  /** What else goes with the message, over the field and within its frame. */
  above?: ReactNode;
  /** Buttons before the field, 36 px. */
  tools?: ReactNode;
  /** Whether there is something to send besides words. */
  mayBeBlank?: boolean;
  /** Whether nothing can be sent yet. */
  isHeld?: boolean;
}

/**
 * Where people write. Enter sends where there is a keyboard and starts a new line on a touch screen. What is typed is
 * kept as a draft from the first letter. A text that is too long stays, with words, and is not cut.
 */
export const Composer = (props: ComposerProps) => {
  const { uid, chatId, onSend, above, tools, mayBeBlank = false, isHeld = false } = props;
  const [text, setText] = useState(() => readDraft(uid, chatId));
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const hint = lengthHint(text.length);
  const isTooLong = hint?.isTooLong ?? false;
  const sendable = (mayBeBlank || text.trim() !== '') && !isTooLong && !isHeld;
  useFocusOnOpening(field);

  const change = (next: string) => {
    setText(next);
    keepDraft(uid, chatId, next);
  };

  const send = () => {
    if (!sendable) return;
    onSend(text.trim());
    change('');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    // While an input method composes, Enter chooses a word.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const withModifier = event.ctrlKey || event.metaKey;
    if (!withModifier && window.matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    send();
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
        <div className={classes.line}>
          {tools}
          <GrowingText
            ref={field}
            aria-label="Message"
            aria-describedby={hintId}
            aria-invalid={isTooLong || undefined}
            placeholder="Message"
            value={text}
            enterKeyHint="enter"
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
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
              disabled={!sendable}
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
