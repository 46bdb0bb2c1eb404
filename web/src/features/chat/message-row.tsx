import { type FocusEvent, type KeyboardEvent, memo, useId, useState } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { MessageBubble } from '../../ui/message-bubble.tsx';
import { clockTime, fullTime } from '../../ui/relative-time.ts';
import { useIsBlocked } from './blocked-people.ts';
import { DeliveryNote } from './delivery-note.tsx';
import { FoldedMessage } from './folded-message.tsx';
import { MessageContent } from './message-content.tsx';
import { MessageReactions } from './message-reactions.tsx';
import classes from './message-row.module.css';
import { hasTools, type MessageTool } from './message-tool.ts';
import type { RowActions } from './row-actions.ts';
import { RowTools } from './row-tools.tsx';
import type { ShownMessage } from './shown-message.ts';

/** What the conversation knows of a row beside its message. */
export interface RowState {
  readonly isNewest: boolean;
  readonly isUnfolded: boolean;
  /** What a content note veils is shown. */
  readonly isUnveiled: boolean;
  /** It is shown although I blocked its author. */
  readonly isLetIn: boolean;
  /** The reader was just led here. */
  readonly isTarget: boolean;
  /** What is open about this message. */
  readonly tool: MessageTool['kind'] | null;
}

interface MessageRowProps extends RowState {
  uid: string;
  message: ShownMessage;
  /** First of its group: has the author's name and the time. */
  head: boolean;
  /** Last of its group: has the avatar. */
  foot: boolean;
  actions: RowActions;
}

/** One message. Its name for screen readers is who and when; people who see have that once a group. */
export const MessageRow = memo((props: MessageRowProps) => {
  const { uid, message, head, foot, isNewest, isTarget, tool, actions } = props;
  const { name, picture, hasProfile } = useAuthor(uid, message);
  const isBlocked = useIsBlocked(message.senderId) && !message.mine;
  const near = useIsNear();
  const at = new Date(message.at);
  const contentId = useId();
  const article = {
    tabIndex: -1,
    'data-message': message.id,
    'data-target': isTarget || undefined,
    'aria-describedby': contentId,
  };

  if (message.kind === 'system') {
    return (
      <article {...article} aria-label={`Notice, ${spokenTime(at)}`} className={classes.system}>
        <p id={contentId}>{message.text}</p>
      </article>
    );
  }
  if (isBlocked && !props.isLetIn) {
    return (
      <article {...article} aria-label={`Folded message, ${spokenTime(at)}`} className={classes.system}>
        <FoldedMessage id={contentId} onShow={() => actions.onReveal(message.id, 'block')} />
      </article>
    );
  }
  const canAct = hasTools(message);
  const showsDelivery = message.mine && !message.deleted && (message.delivery !== 'sent' || isNewest);
  return (
    <article
      {...article}
      {...near.handlers}
      aria-label={`${message.kind === 'bot' ? `${name}, bot` : name}, ${spokenTime(at)}`}
      className={classes.row}
      onKeyDown={(event) => {
        const menu = canAct && isEnterOn(event) ? menuButtonIn(event.currentTarget) : null;
        if (menu === null) return;
        event.preventDefault();
        actions.onTool('menu', message.id, { current: menu });
      }}
    >
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
        tools={
          canAct ? (
            <RowTools message={message} author={name} isNear={near.isNear} tool={tool} actions={actions} />
          ) : null
        }
        under={
          <>
            <MessageReactions message={message} isOpen={tool === 'reactors'} actions={actions} />
            {showsDelivery ? (
              <DeliveryNote message={message} onRetry={actions.onRetry} onDiscard={actions.onDiscard} />
            ) : null}
          </>
        }
      >
        <MessageContent
          message={message}
          isUnfolded={props.isUnfolded}
          isUnveiled={props.isUnveiled}
          actions={actions}
        />
      </MessageBubble>
    </article>
  );
});

/** Whether a pointer is over a row or the focus in it. */
function useIsNear() {
  const [isOver, setIsOver] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const handlers = {
    onPointerEnter: (event: { pointerType: string }) => setIsOver(event.pointerType === 'mouse'),
    onPointerLeave: () => setIsOver(false),
    onFocus: () => setHasFocus(true),
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false);
    },
  };
  return { isNear: isOver || hasFocus, handlers };
}

/** Enter on the message itself, and not on a link or a button in it. */
function isEnterOn(event: KeyboardEvent<HTMLElement>): boolean {
  return event.key === 'Enter' && event.target === event.currentTarget;
}

function menuButtonIn(article: HTMLElement): HTMLElement | null {
  return article.querySelector<HTMLElement>('[aria-haspopup="menu"]');
}

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
