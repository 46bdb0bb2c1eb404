import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import classes from './sheet.module.css';

interface SheetProps {
  open: boolean;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Content over the screen, from below on a phone and from the side on wider ones. Escape and the scrim close it. */
export const Sheet = ({ open, label, onClose, children }: SheetProps) => (
  <ModalDialog open={open} className={classes.sheet} aria-label={label} onDismiss={onClose}>
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
  </ModalDialog>
);
