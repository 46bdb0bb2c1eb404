import { Quote } from '../../ui/quote.tsx';
import { useIsBlocked } from './blocked-people.ts';
import { quoteWords } from './quote-words.ts';
import { usePersonName } from './use-person-name.ts';
import { useQuoted } from './use-quoted.ts';

interface MessageQuoteProps {
  /** The message that is answered. */
  messageId: string;
  /** Leads there. */
  onJump?: () => void;
}

/** What a message answers. */
export const MessageQuote = ({ messageId, onJump }: MessageQuoteProps) => {
  const { value: message, status } = useQuoted(messageId);
  if (message === undefined)
    return <Quote author={null} words={status === 'error' ? 'We could not load this message' : '\u00a0'} />;
  if (message === null) return <Quote author={null} words={quoteWords(null)} />;
  return <QuoteOf senderId={message.senderId} words={quoteWords(message)} onJump={onJump} />;
};

interface QuoteOfProps {
  senderId: string;
  words: string;
  onJump: (() => void) | undefined;
}

const QuoteOf = ({ senderId, words, onJump }: QuoteOfProps) => {
  const author = usePersonName(senderId);
  const isBlocked = useIsBlocked(senderId);
  return (
    <Quote
      author={isBlocked ? null : author}
      words={isBlocked ? 'Message from somebody you blocked' : words}
      onPress={onJump}
    />
  );
};
