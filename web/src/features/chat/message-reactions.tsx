import { useContext, useRef } from 'react';
import { ReactionChip } from '../../ui/reaction-chip.tsx';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import { BlockedPeople } from './blocked-people.ts';
import { type CountedReaction, countReactions } from './count-reactions.ts';
import type { RowActions } from './row-actions.ts';
import { ShownChat } from './shown-chat.ts';
import type { ShownMessage } from './shown-message.ts';

interface MessageReactionsProps {
  message: ShownMessage;
  /** Whether the list of who gave them is open. */
  isOpen: boolean;
  actions: RowActions;
}

/** What people answered a message with, counted. */
export const MessageReactions = ({ message, isOpen, actions }: MessageReactionsProps) => {
  const { me } = useContext(ShownChat);
  const counted = countReactions(message.reactions, useContext(BlockedPeople));
  return counted.map((each) => (
    <Chip
      key={each.id}
      counted={each}
      mine={each.from.includes(me)}
      isOpen={isOpen}
      onPress={(chip) => actions.onTool('reactors', message.id, { current: chip })}
    />
  ));
};

interface ChipProps {
  counted: CountedReaction;
  mine: boolean;
  isOpen: boolean;
  onPress: (chip: HTMLElement) => void;
}

const Chip = ({ counted: { emoji, name, from }, mine, isOpen, onPress }: ChipProps) => {
  const place = useRef<HTMLSpanElement>(null);
  useHandOverFocus(place, (element) => element.closest('article'));
  return (
    <span ref={place}>
      <ReactionChip
        emoji={emoji}
        name={name}
        count={from.length}
        mine={mine}
        expanded={isOpen}
        onPress={onPress}
      />
    </span>
  );
};
