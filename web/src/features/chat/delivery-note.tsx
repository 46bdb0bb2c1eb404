import { withoutIsolates } from '@sameboat/model/mention-text';
import { IconClock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DataErrorCode } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import classes from './delivery-note.module.css';
import { SentNote } from './sent-note.tsx';
import type { ShownMessage } from './shown-message.ts';

interface DeliveryNoteProps {
  message: ShownMessage;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

/** How far my message has come, as a sign and words. If it was refused: why, and what can be done. */
export const DeliveryNote = ({ message, onRetry, onDiscard }: DeliveryNoteProps) => {
  if (message.delivery === 'failed') {
    return <Refused message={message} onRetry={onRetry} onDiscard={onDiscard} />;
  }
  if (message.delivery === 'sent') {
    // Who has read it is not news to speak.
    return (
      <p className={classes.note} aria-live="off">
        <SentNote sentAt={message.at} />
      </p>
    );
  }
  return (
    <p className={classes.note}>
      <IconClock size={14} stroke={1.75} aria-hidden="true" />
      {message.delivery === 'sending' ? 'Sending' : 'Waiting to send'}
    </p>
  );
};

const Refused = ({ message, onRetry, onDiscard }: DeliveryNoteProps) => {
  const [copyLabel, setCopyLabel] = useState('Copy');
  const note = useRef<HTMLDivElement>(null);
  useHandOverFocus(note, (element) => element.closest('article'));
  const copy = () => {
    navigator.clipboard.writeText(withoutIsolates(message.text)).then(
      () => setCopyLabel('Copied'),
      () => setCopyLabel('We could not copy this'),
    );
  };
  return (
    <div ref={note} className={classes.failed}>
      <p>{refusal(message.failure, message.pictures.length > 0)}</p>
      <div className={classes.choices}>
        <Button variant="subtle" size="small" onClick={() => onRetry(message.id)}>
          Retry
        </Button>
        {message.text === '' ? null : (
          <Button variant="subtle" size="small" onClick={copy}>
            {copyLabel}
          </Button>
        )}
        <Button variant="subtle" size="small" onClick={() => onDiscard(message.id)}>
          Discard
        </Button>
      </div>
    </div>
  );
};

function refusal(code: DataErrorCode | null, hasPictures: boolean): string {
  if (code === 'not-allowed' || code === 'not-found') return 'Not sent. You cannot write in this chat now.';
  if (code === 'signed-out') return 'Not sent. You are signed out. Sign in, then try again.';
  if (code === 'too-often')
    return 'Not sent. You have sent as many pictures as you can for now. Try again later.';
  if (hasPictures && code === 'unreadable')
    return 'Not sent. This device no longer has the pictures. Discard this, then add them again.';
  if (hasPictures && code === 'invalid') return 'Not sent. We could not use one of the pictures.';
  return 'We could not send this. Try again, or copy it.';
}
