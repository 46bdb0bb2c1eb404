import { useRef } from 'react';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import { BotAnswer } from './bot-answer.tsx';
import { FoldingText } from './folding-text.tsx';
import classes from './message-content.module.css';
import { MessagePictures } from './message-pictures.tsx';
import { MessageQuote } from './message-quote.tsx';
import type { RowActions } from './row-actions.ts';
import type { ShownMessage } from './shown-message.ts';
import { VeiledContent } from './veiled-content.tsx';

interface MessageContentProps {
  message: ShownMessage;
  isUnfolded: boolean;
  isUnveiled: boolean;
  actions: RowActions;
}

const tombstones = {
  moderator: 'Message removed by a moderator',
  staff: 'Message removed by the people who look after Sameboat',
} as const;

/** The content of a message's bubble. */
export const MessageContent = (props: MessageContentProps) => {
  const { deleted, removedBy } = props.message;
  if (!deleted) return <Words {...props} />;
  return (
    <p className={classes.placeholder}>{removedBy === null ? 'Message deleted' : tombstones[removedBy]}</p>
  );
};

const Words = ({ message, isUnfolded, isUnveiled, actions }: MessageContentProps) => {
  const { id, contentNote, replyTo } = message;
  const place = useRef<HTMLDivElement>(null);
  useHandOverFocus(place, (element) => element.closest('article'));
  const isVeiled = contentNote !== null && !message.mine && !isUnveiled;
  return (
    <div ref={place} className={classes.words}>
      {replyTo === null ? null : (
        <MessageQuote messageId={replyTo} onJump={() => actions.onJump(replyTo, id)} />
      )}
      {contentNote === null ? null : (
        <VeiledContent note={contentNote} isVeiled={isVeiled} onShow={() => actions.onReveal(id, 'note')} />
      )}
      {isVeiled ? null : (
        <>
          {message.pictures.length > 0 ? <MessagePictures message={message} /> : null}
          {message.text === '' ? null : message.kind === 'bot' ? (
            <BotAnswer text={message.text} />
          ) : (
            <FoldingText
              text={message.text}
              mentions={message.mentions}
              isUnfolded={isUnfolded}
              onFold={(next) => actions.onFold(id, next)}
            />
          )}
        </>
      )}
      {message.edited ? <span className={classes.edited}>edited</span> : null}
    </div>
  );
};
