import { Tooltip } from '@base-ui/react/tooltip';
import classes from './tooltip.module.css';

interface TooltipPopupProps {
  open: boolean;
  anchor: Element;
  label: string;
  /** The pointer is on the words themselves, and when it has left them. */
  onStay: () => void;
  onLeave: () => void;
}

/** The kit's part of a tooltip. Not for screen readers, who hear the control's own name. */
export const TooltipPopup = ({ open, anchor, label, onStay, onLeave }: TooltipPopupProps) => (
  <Tooltip.Root open={open}>
    <Tooltip.Portal>
      <Tooltip.Positioner className={classes.place} anchor={anchor} sideOffset={6} collisionPadding={8}>
        <Tooltip.Popup
          className={classes.popup}
          aria-hidden="true"
          onPointerEnter={onStay}
          onPointerLeave={onLeave}
        >
          {label}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
);
