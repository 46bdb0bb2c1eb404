import { memo } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { clockTime, fullTime } from '../../ui/relative-time.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import classes from './message-row.module.css';
import { MessageText } from './message-text.tsx';
import type { ShownMessage } from './shown-message.ts';

interface MessageRowProps {
  uid: string;
  message: ShownMessage;
  head: boolean;
  foot: boolean;
  /** Whether its state is told: under my last message, and under any that is not there yet. */
  showDelivery: boolean;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

/** One message. A screen reader hears who, what, when; eyes see who and when once a group. */
export const MessageRow = memo(
  ({ uid, message, head, foot, showDelivery, onRetry, onDiscard }: MessageRowProps) => {
    const name = useName(uid, message);
    const at = new Date(message.at);
    if (message.kind === 'system') return <p className={classes.system}>{message.text}</p>;
    return (
      <div
        className={classes.row}
        data-mine={message.mine || undefined}
        data-head={head || undefined}
        data-foot={foot || undefined}
      >
        {message.mine ? null : (
          <span className={classes.gutter}>
            {foot ? <Avatar id={message.senderId} name={name} size={32} /> : null}
          </span>
        )}
        <div className={classes.column}>
          {head ? (
            <p className={classes.head}>
              {message.mine ? (
                <VisuallyHidden>You</VisuallyHidden>
              ) : (
                <bdi className={classes.author}>{name}</bdi>
              )}{' '}
              <time dateTime={at.toISOString()} title={fullTime(at)} className={classes.time}>
                {clockTime(at)}
              </time>
            </p>
          ) : (
            <VisuallyHidden>{message.mine ? 'You' : name}: </VisuallyHidden>
          )}
          <div className={classes.bubble} title={head ? undefined : fullTime(at)}>
            <Content message={message} />
          </div>
          {showDelivery ? <DeliveryNote message={message} onRetry={onRetry} onDiscard={onDiscard} /> : null}
        </div>
      </div>
    );
  },
);

const Content = ({ message }: { message: ShownMessage }) => {
  if (message.deleted) return <p className={classes.tombstone}>Message deleted</p>;
  if (message.kind === 'image' && message.text === '') return <p className={classes.tombstone}>Picture</p>;
  return (
    <>
      <MessageText text={message.text} />
      {message.edited ? <span className={classes.edited}>edited</span> : null}
    </>
  );
};

/** The author's name as they show it now. Someone whose account is gone keeps their words, not their name. */
function useName(uid: string, message: ShownMessage): string {
  const author = useLive(message.mine ? null : getUser(uid, message.senderId));
  if (author.value) return author.value.displayName;
  return author.status === 'ready' ? 'Someone who left' : ' ';
}
