import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  /** A Tabler icon at 28 px, stroke 1.5. */
  icon?: ReactNode;
  /** What this place is for. */
  title: string;
  /** One or two plain sentences. */
  children?: ReactNode;
  /** The next step: a Button or a link. */
  action?: ReactNode;
}

/** Stands where content will be. Says what the place is for and offers the next step. */
export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className={classes.empty}>
    {icon ? (
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
    ) : null}
    <h2 className={classes.title}>{title}</h2>
    {children ? <div className={classes.words}>{children}</div> : null}
    {action ? <div className={classes.action}>{action}</div> : null}
  </div>
);
