import { AlertDialog } from '@base-ui/react/alert-dialog';
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
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next && !busy) onCancel();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={classes.scrim} onClick={busy ? undefined : onCancel} />
        <AlertDialog.Viewport className={classes.viewport}>
          <AlertDialog.Popup
            finalFocus={() => opener.current ?? true}
            className={classes.window}
            data-kind="confirm"
            initialFocus={wayOut}
          >
            <div className={classes.question}>
              <AlertDialog.Title className={classes.title}>{title}</AlertDialog.Title>
              <AlertDialog.Description className={classes.words} render={<div />}>
                {children}
              </AlertDialog.Description>
              <div className={classes.choices}>
                <Button ref={wayOut} variant="default" onClick={onCancel} disabled={busy}>
                  {cancelLabel}
                </Button>
                <Button danger={danger} onClick={onConfirm} busy={busy}>
                  {confirmLabel}
                </Button>
              </div>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
