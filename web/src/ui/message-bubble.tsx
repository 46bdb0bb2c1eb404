import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import classes from './message-bubble.module.css';
import { PersonLink } from './person-link.tsx';
import { ShownName } from './shown-name.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface MessageBubbleProps {
  /** Written by whoever looks at it. */
  mine?: boolean;
  /** Decides the colour of the avatar. */
  authorId: string;
  author: string;
  /** What the author is, where that is not a person: "Bot". Beside the name. */
  label?: string | undefined;
  /** Whether the name leads to the author's profile. */
  linked?: boolean;
  /** As Avatar. */
  picture?: string | null | undefined;
  /** The clock: "21:04". */
  time: ReactNode;
  /** First and last of a group of one author. */
  head?: boolean;
  foot?: boolean;
  children: ReactNode;
  /** For the bubble itself, to refer to it or to say more about it. */
  bubble?: { id?: string; title?: string | undefined };
  /** Under the bubble: reactions, a delivery state. */
  under?: ReactNode;
  /** Beside the bubble's upper edge: the message's actions. */
  tools?: ReactNode;
}

/** A message as it looks in a chat, from values alone: no data. Each says its author to screen readers. */
export const MessageBubble = ({
  mine = false,
  authorId,
  author,
  label,
  linked = false,
  picture,
  time,
  head = true,
  foot = true,
  children,
  bubble,
  under,
  tools,
}: MessageBubbleProps) => (
  <div
    className={classes.message}
    data-mine={mine || undefined}
    data-head={head || undefined}
    data-foot={foot || undefined}
  >
    {head ? (
      <p className={classes.head}>
        {mine ? (
          <VisuallyHidden>{author}</VisuallyHidden>
        ) : linked ? (
          <PersonLink uid={authorId} skipped>
            <ShownName name={author} className={classes.author} />
          </PersonLink>
        ) : (
          <ShownName name={author} className={classes.author} />
        )}{' '}
        {label ? <span className={classes.label}>{label}</span> : null}{' '}
        <span className={classes.time}>{time}</span>
      </p>
    ) : (
      <VisuallyHidden>{label ? `${author}, ${label}` : author}: </VisuallyHidden>
    )}
    {mine ? null : (
      <span className={classes.gutter}>
        {foot ? <Avatar id={authorId} name={author} picture={picture} size={32} /> : null}
      </span>
    )}
    <div className={classes.said}>
      <div {...bubble} className={classes.bubble}>
        {children}
      </div>
      {tools ? <div className={classes.tools}>{tools}</div> : null}
    </div>
    {under ? <div className={classes.under}>{under}</div> : null}
  </div>
);
