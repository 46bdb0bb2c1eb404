import { fromStoredText, storedLength, toStoredText } from '@sameboat/model/mention-text';
import { hasInk } from '@sameboat/model/text-ink';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type DataErrorCode, errorSentence, toDataError } from '../../data/data-error.ts';
import { editMessage } from '../../data/edit-message.ts';
import { readEnterSends } from '../../data/enter-sends.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import composerClasses from './composer.module.css';
import classes from './edit-composer.module.css';
import type { EditComposerProps } from './edit-composer-props.ts';
import { lengthHint } from './length-hint.ts';
import { MentionField } from './mention-field.tsx';
import type { ShownMessage } from './shown-message.ts';

type Props = EditComposerProps & { message: ShownMessage };

/** The words of a message of mine. Enter saves, Escape cancels. What could not be saved stays, with the reason. */
export const EditComposerPart = ({ people, message, onClose }: Props) => {
  const { uid, chat } = people;
  const [words, setWords] = useState(() =>
    fromStoredText(
      message.text,
      message.mentions.map(({ id }) => id),
    ),
  );
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const noteId = useId();
  const hint = lengthHint(storedLength(words));
  const isEmpty = !hasInk(words.text) && message.pictures.length === 0;
  const canSave = !isEmpty && hint?.isTooLong !== true && !isSaving;

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const save = async () => {
    if (!canSave) return;
    const next = toStoredText(words);
    if (next.text === message.text) return onClose();
    setIsSaving(true);
    setProblem(null);
    try {
      await editMessage({ uid, chatId: chat.id, messageId: message.id, ...next });
      onClose();
    } catch (cause) {
      setProblem(refusal(toDataError(cause)));
      setIsSaving(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a word and Escape gives it up.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    if (!event.ctrlKey && !event.metaKey && !readEnterSends(uid)) return;
    event.preventDefault();
    void save();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div role="group" aria-label="Edit message" className={composerClasses.composer}>
      <p className={classes.head}>Edit message</p>
      <div className={composerClasses.box} data-over={hint?.isTooLong || problem !== null || undefined}>
        <div className={`${composerClasses.line} ${classes.line}`}>
          <MentionField
            ref={field}
            people={people}
            aria-label="New words"
            aria-describedby={noteId}
            aria-invalid={hint?.isTooLong || undefined}
            value={words}
            autoComplete="off"
            onChange={setWords}
            onKeyDown={onKeyDown}
          />
          <IconButton
            label="Cancel edit"
            icon={<IconX size={20} stroke={1.75} />}
            size={36}
            round
            onClick={onClose}
          />
          <IconButton
            label="Save"
            icon={<IconCheck size={20} stroke={1.75} />}
            size={36}
            variant="filled"
            round
            busy={isSaving}
            disabled={!canSave && !isSaving}
            onClick={() => void save()}
          />
        </div>
      </div>
      <p id={noteId} className={composerClasses.left} role={problem === null ? undefined : 'alert'}>
        {problem ?? hint?.words ?? (isEmpty ? 'Write something, or delete the message instead.' : null)}
      </p>
    </div>
  );
};

function refusal(error: { readonly code: DataErrorCode }): string {
  if (error.code === 'offline')
    return 'Not saved: a change needs a connection. Your words stay here. Save them when you are back online.';
  if (error.code === 'not-allowed' || error.code === 'not-found')
    return 'Not saved. The message may be deleted, or you cannot write in this chat now.';
  if (error.code === 'too-often')
    return 'Not saved: that was a lot of changes. Wait a minute, then save again.';
  return `Not saved. ${errorSentence(error)}`;
}
