import classes from './quote.module.css';
import { ShownName } from './shown-name.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface QuoteProps {
  /** Null where nobody is named. */
  author: string | null;
  /** One line. */
  words: string;
  /** Leads to what is quoted; left out where nothing can be done. */
  onPress?: (() => void) | undefined;
}

/** What a message answers: inside its bubble, and over the composer. */
export const Quote = ({ author, words, onPress }: QuoteProps) => {
  const lines = (
    <>
      {author === null ? null : (
        <>
          <VisuallyHidden>Reply to </VisuallyHidden>
          <ShownName name={author} className={classes.author} />
          <VisuallyHidden>: </VisuallyHidden>
        </>
      )}
      <span className={classes.words} dir="auto">
        {words}
      </span>
    </>
  );
  if (onPress === undefined) return <p className={classes.quote}>{lines}</p>;
  return (
    <button type="button" className={classes.quote} onClick={onPress}>
      {lines}
    </button>
  );
};
