import { Dialog } from '@base-ui/react/dialog';
import { useRef } from 'react';
import { Button } from './button.tsx';
import classes from './dialog.module.css';
import type { ConfirmDialogProps } from './dialog-props.ts';
import { useOpener } from './use-opener.ts';

/** The kit's part of a question. */
export const ConfirmWindow = ({
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
  const opener = useOpener(open);
  const wayOut = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next && !busy) onCancel();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={classes.scrim} />
        <Dialog.Viewport className={classes.viewport}>
          <Dialog.Popup
            finalFocus={() => opener.current ?? true}
            className={classes.window}
            data-kind="confirm"
            initialFocus={wayOut}
          >
            <div className={classes.question}>
              <Dialog.Title className={classes.title}>{title}</Dialog.Title>
              <Dialog.Description className={classes.words} render={<div />}>
                {children}
              </Dialog.Description>
              <div className={classes.choices}>
                <Button ref={wayOut} variant="default" onClick={onCancel} disabled={busy}>
                  {cancelLabel}
                </Button>
                <Button danger={danger} onClick={onConfirm} busy={busy}>
                  {confirmLabel}
                </Button>
              </div>
            </div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
