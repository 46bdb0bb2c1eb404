import { Drawer } from '@base-ui/react/drawer';
import { IconX } from '@tabler/icons-react';
import type { SheetProps } from './dialog-props.ts';
import { IconButton } from './icon-button.tsx';
import classes from './sheet.module.css';
import { useMediaQuery } from './use-media-query.ts';
import { useOpener } from './use-opener.ts';

/** The kit's part of a sheet. */
export const SheetPanel = ({ open, onClose, label, children }: SheetProps) => {
  const opener = useOpener(open);
  const wide = useMediaQuery('(min-width: 768px)');
  const side = document.dir === 'rtl' ? 'left' : 'right';
  return (
    <Drawer.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      swipeDirection={wide ? side : 'down'}
    >
      <Drawer.Portal>
        <Drawer.Backdrop className={classes.scrim} />
        <Drawer.Viewport className={classes.viewport}>
          <Drawer.Popup finalFocus={() => opener.current ?? true} className={classes.panel}>
            <div className={classes.handle} aria-hidden="true" />
            <div className={classes.head}>
              <Drawer.Title className={classes.title}>{label}</Drawer.Title>
              <Drawer.Close
                render={<IconButton label="Close" withoutTooltip icon={<IconX size={20} stroke={1.75} />} />}
              />
            </div>
            <Drawer.Content className={classes.content}>{children}</Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
};
