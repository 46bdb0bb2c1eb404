import { type ReactNode, type RefObject, useRef } from 'react';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import classes from './details-panel.module.css';

/** What is beside a conversation. When it closes, the focus in it goes back to what opened it. */
export const DetailsPanel = ({
  label,
  opener,
  children,
}: {
  label: string;
  opener: RefObject<HTMLElement | null>;
  children: ReactNode;
}) => {
  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel, () => opener.current);
  return (
    <aside ref={panel} className={classes.panel} aria-label={label}>
      {children}
    </aside>
  );
};
