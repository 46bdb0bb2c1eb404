import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import classes from './message-bubble.module.css';

interface MessageBubbleProps {
  /** Written by whoever looks at it. */
  mine?: boolean;
  /** Decides the colour of the avatar. */
  authorId: string;
  author: string;
  /** The clock: "21:04". */
  time: string;
  /** First and last of a group of one author. */
  head?: boolean;
  foot?: boolean;
  children: ReactNode;
  /** Under the bubble: reactions, a delivery state. */
  under?: ReactNode;
}

/** A message as it looks in a chat, from values alone: no data, no actions. */
export const MessageBubble = ({
  mine = false,
  authorId,
  author,
  time,
  head = true,
  foot = true,
  children,
  under,
}: MessageBubbleProps) => (
  <div
    className={classes.message}
    data-mine={mine || undefined}
    data-head={head || undefined}
    data-foot={foot || undefined}
  >
    {head ? (
      <p className={classes.head}>
        {mine ? null : <bdi className={classes.author}>{author}</bdi>}
        <span className={classes.time}>{time}</span>
      </p>
    ) : null}
    {mine ? null : (
      <span className={classes.gutter}>{foot ? <Avatar id={authorId} name={author} size={32} /> : null}</span>
    )}
    <div className={classes.bubble}>{children}</div>
    {under ? <div className={classes.under}>{under}</div> : null}
  </div>
);
