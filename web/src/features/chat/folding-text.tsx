import { useLayoutEffect, useRef, useState } from 'react';
import { TextButton } from '../../ui/text-button.tsx';
import classes from './folding-text.module.css';
import { MessageText } from './message-text.tsx';
import type { ShownMention } from './shown-message.ts';

/** A text that is shorter than this, and has fewer lines than are shown, is never measured. */
const SHORT = 150;
/** How many lines are shown of a folded text. The stylesheet has the same number. */
const LINES = 12;

interface FoldingTextProps {
  text: string;
  mentions?: readonly ShownMention[] | undefined;
  isUnfolded: boolean;
  onFold: (isUnfolded: boolean) => void;
}

/** A message's text. After twelve lines it is folded, with a button that shows the rest. */
export const FoldingText = ({ text, mentions, isUnfolded, onFold }: FoldingTextProps) => {
  const body = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);
  const mayBeLong = text.length > SHORT || text.split('\n').length > LINES;

  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit changes the height
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null || !mayBeLong || isUnfolded) return;
    const measure = () => setIsLong(element.scrollHeight > element.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, mayBeLong, isUnfolded]);

  // The button is at the foot: without this, folding leaves the reader somewhere below the message.
  const wasUnfolded = useRef(isUnfolded);
  useLayoutEffect(() => {
    if (wasUnfolded.current && !isUnfolded)
      body.current?.closest('article')?.scrollIntoView({ block: 'nearest' });
    wasUnfolded.current = isUnfolded;
  }, [isUnfolded]);

  if (!mayBeLong) return <MessageText text={text} mentions={mentions} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it follows the focus of the links in it */}
      <div
        ref={body}
        className={classes.body}
        data-folded={!isUnfolded || undefined}
        // A link in the folded part must not have the focus out of sight.
        onFocus={() => {
          if (isLong && !isUnfolded) onFold(true);
        }}
      >
        <MessageText text={text} mentions={mentions} />
      </div>
      {isLong ? (
        <p className={classes.toggle}>
          <TextButton quiet aria-expanded={isUnfolded} onClick={() => onFold(!isUnfolded)}>
            {isUnfolded ? 'Show less' : 'Show more'}
          </TextButton>
        </p>
      ) : null}
    </>
  );
};
