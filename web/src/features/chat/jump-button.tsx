import { type ReactNode, useRef } from 'react';
import { FloatingButton } from '../../ui/floating-button.tsx';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import classes from './jump-button.module.css';

interface JumpButtonProps {
  /** At the top or the foot of the conversation. */
  side: 'top' | 'foot';
  /** Its name for screen readers. */
  label: string;
  icon: ReactNode;
  /** What it shows beside the icon. */
  children?: ReactNode;
  onJump: () => void;
}

/** A button that floats over the conversation and leads to another part of it. */
export const JumpButton = ({ side, label, icon, children, onJump }: JumpButtonProps) => {
  const place = useRef<HTMLDivElement>(null);
  useHandOverFocus(place, (element) =>
    element.closest('[data-conversation]')?.querySelector<HTMLElement>('[role="log"]'),
  );
  return (
    <div ref={place} role="status" className={classes.place} data-side={side}>
      <FloatingButton
        label={label}
        icon={icon}
        onClick={onJump}
        // Somebody who is writing keeps the focus, and a phone its keyboard.
        onPointerDown={(event) => event.preventDefault()}
      >
        {children}
      </FloatingButton>
    </div>
  );
};
