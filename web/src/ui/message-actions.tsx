import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import classes from './message-actions.module.css';

export interface MessageAction {
  label: string;
  /** A Tabler icon at 18 px, stroke 1.75. */
  icon: ReactNode;
  /** With the button, for what opens beside it. */
  onPress: (button: HTMLElement) => void;
  /** Its popover or menu is open. */
  expanded?: boolean;
  disabled?: boolean;
}

interface MessageActionsProps {
  /** Whose: "Message from Ada". */
  label: string;
  /** None while nobody points at the message or has the focus in it; then two to four. The rest belongs into the menu. */
  actions: readonly MessageAction[];
  /** The button of size 32 that opens the menu with everything. Always there, for screen readers. */
  children?: ReactNode;
}

/** The bar that floats at a message's upper edge under a pointer or with the keyboard. On a touch screen a long press opens the menu instead. */
export const MessageActions = ({ label, actions, children }: MessageActionsProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
  <div role="group" aria-label={label} className={classes.bar} data-shown={actions.length > 0 || undefined}>
    {actions.map(({ label: name, icon, onPress, expanded, disabled }) => (
      <IconButton
        key={name}
        label={name}
        icon={icon}
        size={32}
        disabled={disabled ?? false}
        aria-expanded={expanded}
        onClick={(event) => onPress(event.currentTarget)}
      />
    ))}
    {children}
  </div>
);
