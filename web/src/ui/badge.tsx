import classes from './badge.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface BadgeProps {
  /** What it counts or says, as short as it can be: "3", "99+". Null for a dot. */
  children?: string | null;
  /** For screen readers, after the number or in the place of the dot: "unread". */
  label: string;
  /** For what is muted or only worth knowing. */
  quiet?: boolean;
}

/** A number or a dot that says that something is new. Never red. */
export const Badge = ({ children = null, label, quiet = false }: BadgeProps) => (
  <span className={classes.badge} data-dot={children === null || undefined} data-quiet={quiet || undefined}>
    {children}
    <VisuallyHidden>{children === null ? label : ` ${label}`}</VisuallyHidden>
  </span>
);
