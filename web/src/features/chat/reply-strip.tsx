import { IconX } from '@tabler/icons-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { MessageQuote } from './message-quote.tsx';
import classes from './reply-strip.module.css';

interface ReplyStripProps {
  /** The message that is being answered. */
  messageId: string;
  onCancel: () => void;
}

/** Over the composer: what the next message answers. */
export const ReplyStrip = ({ messageId, onCancel }: ReplyStripProps) => (
  <div className={classes.strip}>
    <div className={classes.quote} role="status">
      <MessageQuote messageId={messageId} />
    </div>
    <IconButton
      label="Cancel reply"
      icon={<IconX size={18} stroke={1.75} />}
      size={36}
      onClick={onCancel}
      onPointerDown={(event) => event.preventDefault()}
    />
  </div>
);
