import { memo, useId } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { MessageBubble } from '../../ui/message-bubble.tsx';
import { clockTime, fullTime } from '../../ui/relative-time.ts';
import { DeliveryNote } from './delivery-note.tsx';
import { MessageContent } from './message-content.tsx';
import classes from './message-row.module.css';
import type { ShownMessage } from './shown-message.ts';

export interface MessageActions {
  /** Shows all of a long message, or folds it again. */
  onFold: (id: string, isUnfolded: boolean) => void;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

interface MessageRowProps {
  uid: string;
  message: ShownMessage;
  /** First of its group: has the author's name and the time. */
  head: boolean;
  /** Last of its group: has the avatar. */
  foot: boolean;
  isNewest: boolean;
  isUnfolded: boolean;
  actions: MessageActions;
}

/** One message. Its name for screen readers is who and when; people who see have that once a group. */
export const MessageRow = memo((props: MessageRowProps) => {
  const { uid, message, head, foot, isNewest, isUnfolded, actions } = props;
  const { name, picture, hasProfile } = useAuthor(uid, message);
  const at = new Date(message.at);
  const contentId = useId();
  const article = {
    tabIndex: -1,
    'data-message': message.id,
    'aria-label': `${message.kind === 'system' ? 'Notice' : message.kind === 'bot' ? `${name}, bot` : name}, ${spokenTime(at)}`,
    'aria-describedby': contentId,
  };

  if (message.kind === 'system') {
    return (
      <article {...article} className={classes.system}>
        <p id={contentId}>{message.text}</p>
      </article>
    );
  }
  const showsDelivery = message.mine && !message.deleted && (message.delivery !== 'sent' || isNewest);
  return (
    <article {...article} className={classes.row}>
      <MessageBubble
        mine={message.mine}
        authorId={message.senderId}
        author={name}
        label={message.kind === 'bot' ? 'Bot' : undefined}
        linked={hasProfile}
        picture={picture}
        time={
          <time dateTime={at.toISOString()} title={fullTime(at)}>
            {clockTime(at)}
          </time>
        }
        head={head}
        foot={foot}
        bubble={{ id: contentId, title: head ? undefined : fullTime(at) }}
        under={
          showsDelivery ? (
            <DeliveryNote message={message} onRetry={actions.onRetry} onDiscard={actions.onDiscard} />
          ) : null
        }
      >
        <MessageContent
          message={message}
          isUnfolded={isUnfolded}
          onFold={(next) => actions.onFold(message.id, next)}
        />
      </MessageBubble>
    </article>
  );
});

interface Author {
  readonly name: string;
  readonly picture: string | null;
  readonly hasProfile: boolean;
}

/**
 * The author as they show themselves now. Somebody whose account is gone keeps their words, not their name; people in a
 * match have a name for that chat alone, and no profile.
 */
function useAuthor(uid: string, message: ShownMessage): Author {
  const isKnown = message.mine || message.senderName !== null;
  const author = useLive(isKnown ? null : getUser(uid, message.senderId));
  if (message.mine) return { name: 'You', picture: null, hasProfile: false };
  if (message.senderName !== null) return { name: message.senderName, picture: null, hasProfile: false };
  if (author.value) return { name: author.value.displayName, picture: author.value.avatar, hasProfile: true };
  return { name: author.status === 'ready' ? 'Someone who left' : ' ', picture: null, hasProfile: false };
}

/** The clock alone for today, with the day for older messages. */
function spokenTime(at: Date): string {
  return at.toDateString() === new Date().toDateString() ? clockTime(at) : fullTime(at);
}
