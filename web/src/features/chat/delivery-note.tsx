import { IconCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { DataErrorCode } from '../../data/data-error.ts';
import classes from './delivery-note.module.css';
import type { ShownMessage } from './shown-message.ts';

interface DeliveryNoteProps {
  message: ShownMessage;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

/** How far my message has come, in a sign and words; when it was refused, what can be done about it. */
export const DeliveryNote = ({ message, onRetry, onDiscard }: DeliveryNoteProps) => {
  const [copied, setCopied] = useState(false);
  if (message.delivery === 'failed') {
    return (
      <div className={classes.failed}>
        <p>{refusal(message.failure)}</p>
        <div className={classes.choices}>
          <button type="button" className={classes.choice} onClick={() => onRetry(message.id)}>
            Retry
          </button>
          <button
            type="button"
            className={classes.choice}
            onClick={() => {
              navigator.clipboard.writeText(message.text).then(
                () => setCopied(true),
                () => setCopied(false),
              );
            }}
          >
            {copied ? 'Copied' : 'Copy'}
          </button>
          <button type="button" className={classes.choice} onClick={() => onDiscard(message.id)}>
            Discard
          </button>
        </div>
      </div>
    );
  }
  return (
    <p className={classes.note}>
      {message.delivery === 'sent' ? (
        <IconCheck size={14} stroke={1.75} aria-hidden="true" />
      ) : (
        <IconClock size={14} stroke={1.75} aria-hidden="true" />
      )}
      {WORDS[message.delivery]}
    </p>
  );
};

const WORDS = { sending: 'Sending', waiting: 'Waiting to send', sent: 'Sent' } as const;

function refusal(code: DataErrorCode | null): string {
  if (code === 'not-allowed' || code === 'not-found') {
    return 'This was not sent: you cannot write in this chat now.';
  }
  if (code === 'signed-out') return 'This was not sent: you are signed out. Sign in, then try again.';
  return 'We could not send this. Try again, or copy it.';
}
