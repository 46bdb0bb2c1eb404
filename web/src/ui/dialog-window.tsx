import { Dialog } from '@base-ui/react/dialog';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import classes from './dialog.module.css';
import type { DialogProps } from './dialog-props.ts';
import { IconButton } from './icon-button.tsx';
import { useOpener } from './use-opener.ts';

/** The kit's part of a dialog. */
export const DialogWindow = ({ open, onClose, title, children, foot }: DialogProps) => {
  const opener = useOpener(open);
  const content = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={classes.scrim} />
        <Dialog.Viewport className={classes.viewport}>
          <Dialog.Popup
            initialFocus={() => firstField(content.current) ?? true}
            finalFocus={() => opener.current ?? true}
            className={classes.window}
          >
            <div className={classes.head}>
              <Dialog.Title className={classes.title}>{title}</Dialog.Title>
              <Dialog.Close
                render={<IconButton label="Close" withoutTooltip icon={<IconX size={20} stroke={1.75} />} />}
              />
            </div>
            <div ref={content} className={classes.content}>
              {children}
            </div>
            {foot ? <div className={classes.foot}>{foot}</div> : null}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

/** A form begins at its first field, except where that would throw a keyboard over what is to be read first. */
const firstField = (content: HTMLElement | null) =>
  (window.matchMedia('(pointer: fine)').matches &&
    content?.querySelector<HTMLElement>('input, textarea, select')) ||
  null;
