import { BotAnswer } from './bot-answer.tsx';
import { FoldingText } from './folding-text.tsx';
import classes from './message-content.module.css';
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
      {message.pictures > 0 ? (
        <p className={classes.placeholder}>
          {message.pictures === 1 ? 'Picture' : `${message.pictures} pictures`}
        </p>
      ) : null}
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
