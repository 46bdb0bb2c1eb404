import { linkParts } from './link-parts.ts';
import classes from './linked-text.module.css';

/** Words with their links. */
export const LinkedText = ({ text }: { text: string }) =>
  linkParts(text).map((part, index) =>
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
  );
