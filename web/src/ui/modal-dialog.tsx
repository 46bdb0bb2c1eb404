import { type ComponentProps, useEffect, useRef } from 'react';

interface ModalDialogProps extends Omit<ComponentProps<'dialog'>, 'open' | 'onCancel' | 'onClick' | 'ref'> {
  open: boolean;
  /** Escape or a press on the scrim. It stays open until `open` says otherwise. */
  onDismiss: () => void;
}

/** What every dialog over the screen does; how it looks and is named is for the caller. Closed, it holds nothing. */
export const ModalDialog = ({ open, onDismiss, children, ...rest }: ModalDialogProps) => {
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
      {...rest}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onDismiss();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onDismiss();
      }}
    >
      {open ? children : null}
    </dialog>
  );
};
