import { Popover } from '@base-ui/react/popover';
import classes from './popover.module.css';
import type { PopoverProps } from './popover-props.ts';
import { useOpener } from './use-opener.ts';

/** The kit's part of a popover. */
export const PopoverPopup = ({
  open,
  onClose,
  label,
  anchor,
  side = 'bottom',
  align = 'start',
  children,
}: PopoverProps) => {
  const opener = useOpener(open);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className={classes.place}
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup
            className={classes.popup}
            aria-label={label}
            finalFocus={() => opener.current ?? true}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
