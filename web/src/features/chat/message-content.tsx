import { BotAnswer } from './bot-answer.tsx';
import { FoldingText } from './folding-text.tsx';
import classes from './message-content.module.css';
import { MessagePictures } from './message-pictures.tsx';
import type { ShownMessage } from './shown-message.ts';

interface MessageContentProps {
  message: ShownMessage;
  isUnfolded: boolean;
  onFold: (isUnfolded: boolean) => void;
}

/** The content of a message's bubble. */
export const MessageContent = ({ message, isUnfolded, onFold }: MessageContentProps) => {
  if (message.deleted) return <p className={classes.placeholder}>Message deleted</p>;
  return (
    <>
      {message.pictures.length > 0 ? <MessagePictures message={message} /> : null}
      {message.text === '' ? null : message.kind === 'bot' ? (
        <BotAnswer text={message.text} />
      ) : (
        <FoldingText
          text={message.text}
          mentions={message.mentions}
          isUnfolded={isUnfolded}
          onFold={onFold}
        />
      )}
      {message.edited ? <span className={classes.edited}>edited</span> : null}
    </>
  );
};
