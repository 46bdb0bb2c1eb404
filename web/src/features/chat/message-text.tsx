import { mentionParts } from '@sameboat/model/mention-text';
import { Fragment, memo } from 'react';
import { onDemand } from '../../ui/on-demand.ts';
import { MentionName } from './mention-name.tsx';
import classes from './message-text.module.css';
import type { ShownMention } from './shown-message.ts';

const linkedText = onDemand(() => import('./linked-text.tsx').then(({ LinkedText }) => LinkedText), {
  quiet: true,
});

interface MessageTextProps {
  text: string;
  mentions?: readonly ShownMention[] | undefined;
}

const NOBODY: readonly ShownMention[] = [];

/** What a person wrote, in the direction of its own script, with its line breaks, its links and whom it mentions. */
export const MessageText = memo(({ text, mentions = NOBODY }: MessageTextProps) => (
  <div className={classes.text} dir="auto">
    {partsOf(text, mentions).map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <Fragment key={index}>
        {typeof part === 'string' ? <Linked text={part} /> : <MentionName mention={part} />}
      </Fragment>
    ))}
  </div>
));

function partsOf(text: string, mentions: readonly ShownMention[]): readonly (string | ShownMention)[] {
  let count = 0;
  return mentionParts(
    text,
    mentions.map(({ id }) => id),
  ).flatMap((part) => (part.kind === 'text' ? part.text : (mentions[count++] ?? [])));
}

/** Finding links needs a list of all top-level domains: a tenth of a chat's code, for the few texts that may have one. */
const Linked = ({ text }: { text: string }) => {
  const mayHaveLinks = /https:\/\/|www\./i.test(text);
  const LinkedText = linkedText.useWhen(mayHaveLinks);
  return LinkedText !== null && mayHaveLinks ? <LinkedText text={text} /> : text;
};
