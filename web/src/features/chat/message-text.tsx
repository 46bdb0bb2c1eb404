import { memo } from 'react';
import { linkParts } from './link-parts.ts';
import classes from './message-text.module.css';

/** What a person wrote, in the direction of its own script, with its line breaks and its links. */
export const MessageText = memo(({ text }: { text: string }) => (
  <div className={classes.text} dir="auto">
    {linkParts(text).map((part, index) =>
      part.kind === 'text' ? (
        part.text
      ) : (
        <a
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
          key={index}
          href={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={part.href}
          className={classes.link}
        >
          <strong className={classes.host}>{part.host}</strong>
          {part.rest}
        </a>
      ),
    )}
  </div>
));
