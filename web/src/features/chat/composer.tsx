import { limits } from '@sameboat/model/limits';
import { IconSend2 } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { keepDraft, readDraft } from '../../data/drafts.ts';
import classes from './composer.module.css';

/** From so near to the limit on, what is left is said. */
const NEAR_LIMIT = 400;

interface ComposerProps {
  uid: string;
  chatId: string;
  onSend: (text: string) => void;
}

/**
 * Where one writes. Enter sends where there is a keyboard and makes a line on a touch screen; what is typed is kept as
 * a draft from the first letter; what is too long stays, with words, rather than being cut.
 */
export const Composer = ({ uid, chatId, onSend }: ComposerProps) => {
  const [text, setText] = useState(() => readDraft(uid, chatId));
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const left = limits.messageTextMax - text.length;
  const sendable = text.trim() !== '' && left >= 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

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
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      <div className={classes.box} data-over={left < 0 || undefined}>
        <textarea
          ref={field}
          className={classes.field}
          aria-label="Message"
          aria-describedby={hintId}
          aria-invalid={left < 0 || undefined}
          placeholder="Message"
          dir="auto"
          rows={1}
          value={text}
          enterKeyHint="enter"
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          className={classes.send}
          aria-label="Send"
          disabled={!sendable}
          // Keeps the keyboard of a phone open between two messages.
          onPointerDown={(event) => event.preventDefault()}
        >
          <IconSend2 size={20} stroke={1.75} aria-hidden="true" />
        </button>
      </div>
      <p id={hintId} className={classes.left} aria-live="polite">
        {left < 0
          ? `${-left} characters too many. Shorten it, or send it in two messages.`
          : left <= NEAR_LIMIT
            ? `${left} characters left`
            : null}
      </p>
    </form>
  );
};
