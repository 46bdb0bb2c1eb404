import { chatSentence } from '@sameboat/model/visibility';
import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { OutgoingContent } from '../../data/outbox-state.ts';
import { outboxOf } from '../../data/use-outbox.ts';
import { onDemand } from '../../ui/on-demand.ts';
import { Composer } from './composer.tsx';
import classes from './conversation.module.css';
import { EditComposer } from './edit-composer.tsx';
import type { MentionSource } from './mention-people.ts';
import { PictureAttaching } from './picture-attaching.tsx';
import { ReplyStrip } from './reply-strip.tsx';
import type { TimelineRow } from './timeline.ts';
import { lastOfMine, messageIn } from './timeline-change.ts';
import { useTypingChoice } from './typing-choice.ts';
import type { useMessageActs } from './use-message-acts.ts';

const typingLine = onDemand(() => import('./typing-line.tsx').then(({ TypingLine }) => TypingLine), {
  quiet: true,
});

interface ConversationFootProps {
  /** Whether the messages are shown: what can wait is fetched after them. */
  isReady: boolean;
  people: MentionSource;
  rows: readonly TimelineRow[];
  acts: ReturnType<typeof useMessageActs>;
}

/** Where the next message is written, or one of mine changed: then the composer and its draft stay as they are under it. */
export const ConversationFoot = ({ isReady, people, rows, acts }: ConversationFootProps) => {
  const { uid, chat, me } = people;
  const { replyTo, stopReply, editing } = acts;
  const isTypingShown = useTypingChoice(uid, chat);
  const TypingLine = typingLine.useWhen(isTypingShown && isReady);
  const words = useRef<(any: boolean) => void>(null);
  const onWords = useCallback((any: boolean) => words.current?.(any), []);

  const onSend = (content: OutgoingContent) => {
    void outboxOf(uid).send(chat.id, { ...content, replyTo });
    if (replyTo !== null) stopReply();
  };
  const onEditLast = () => {
    const last = lastOfMine(rows);
    if (last !== undefined) acts.onEdit(last.id);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || replyTo === null) return;
    event.preventDefault();
    stopReply();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for everything in it
    <div ref={acts.foot} className={classes.foot} onKeyDown={onEscape}>
      <p className={classes.typing}>
        {TypingLine && isTypingShown ? <TypingLine uid={uid} chat={chat} me={me} words={words} /> : null}
      </p>
      <div hidden={editing !== null}>
        {replyTo === null ? null : <ReplyStrip messageId={replyTo} onCancel={stopReply} />}
        <PictureAttaching uid={uid} chatId={chat.id} me={me} onSend={onSend}>
          {(attaching) => (
            <Composer people={people} onWords={onWords} onEditLast={onEditLast} {...attaching} />
          )}
        </PictureAttaching>
      </div>
      <EditComposer
        people={people}
        message={(editing === null ? undefined : messageIn(rows, editing)) ?? null}
        onClose={acts.stopEdit}
      />
      <p className={classes.readers}>{chatSentence(chat)}</p>
    </div>
  );
};
