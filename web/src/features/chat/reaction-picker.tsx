import type { Reaction } from '@sameboat/model/message';
import { useContext } from 'react';
import { reactToMessage } from '../../data/react-to-message.ts';
import { ReactionChoice } from '../../ui/reaction-choice.tsx';
import { toast } from '../../ui/toasts.ts';
import { reactionLooks } from './reaction-names.ts';
import { ShownChat } from './shown-chat.ts';
import type { ShownMessage } from './shown-message.ts';

interface ReactionPickerProps {
  message: ShownMessage;
  onDone: () => void;
}

/** The choice of my reaction. Choosing mine again takes it back. */
export const ReactionPicker = ({ message, onDone }: ReactionPickerProps) => {
  const { chatId, me } = useContext(ShownChat);
  const given = message.reactions[me];
  const choose = (chosen: Reaction) => {
    onDone();
    const reaction = chosen === given ? null : chosen;
    reactToMessage({ chatId, messageId: message.id, me, reaction }).catch(() =>
      toast('Your reaction was not saved. The message may be deleted, or you cannot write here now.'),
    );
  };
  return <ReactionChoice choices={reactionLooks} chosen={given} onChoose={choose} />;
};
