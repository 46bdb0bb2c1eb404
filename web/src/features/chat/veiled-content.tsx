import { useRef } from 'react';
import { TextButton } from '../../ui/text-button.tsx';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import classes from './message-content.module.css';

interface VeiledContentProps {
  note: string;
  isVeiled: boolean;
  onShow: () => void;
}

/** A content note. While it veils the message, a button shows what is under it. */
export const VeiledContent = ({ note, isVeiled, onShow }: VeiledContentProps) => (
  <p className={classes.note}>
    Content note: <span dir="auto">{note}</span> {isVeiled ? <Show onShow={onShow} /> : null}
  </p>
);

const Show = ({ onShow }: { onShow: () => void }) => {
  const place = useRef<HTMLSpanElement>(null);
  useHandOverFocus(place, (element) => element.closest('article'));
  return (
    <span ref={place}>
      <TextButton quiet onClick={onShow}>
        Show
      </TextButton>
    </span>
  );
};
