import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './confirm-dialog.module.css';
import { ModalDialog } from './modal-dialog.tsx';

interface ConfirmDialogProps {
  open: boolean;
  /** A question: "Leave this community?" */
  title: string;
  /** What will happen, in a sentence or two. */
  children: ReactNode;
  /** The deed in words: "Leave". Never "OK". */
  confirmLabel: string;
  /** The way out in words. */
  cancelLabel?: string;
  /** For what destroys. */
  danger?: boolean;
  /** While true both buttons wait. */
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be taken back. Escape and a click outside cancel; the safe button has the focus. */
export const ConfirmDialog = ({
  open,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  danger = false,
  busy = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) => {
  const id = useId();
  return (
    <ModalDialog
      open={open}
      className={classes.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      onDismiss={onCancel}
    >
      <div className={classes.content}>
        <h2 id={`${id}-title`} className={classes.title}>
          {title}
        </h2>
        <div id={`${id}-words`} className={classes.words}>
          {children}
        </div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onCancel} disabled={busy} data-autofocus autoFocus>
            {cancelLabel}
          </Button>
          <Button color={danger ? 'danger' : 'tide'} onClick={onConfirm} loading={busy}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </ModalDialog>
  );
};
