import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './sheet.module.css';

interface SheetProps {
  open: boolean;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Content over the screen, from below on a phone and from the side on wider ones. Escape and the scrim close it. */
export const Sheet = ({ open, label, onClose, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is one on the scrim; the dialog itself answers Escape
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <div className={classes.content}>
          <CloseButton
            size={44}
            iconSize={20}
            aria-label="Close"
            className={classes.close ?? ''}
            onClick={onClose}
          />
          {children}
        </div>
      ) : null}
    </dialog>
  );
};
