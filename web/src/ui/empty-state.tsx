import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  /** A Tabler icon at 28 px, stroke 1.5. */
  icon?: ReactNode;
  /** What this place is for. */
  title: string;
  /** One or two plain sentences. */
  children?: ReactNode;
  /** 1 where this is the whole screen. */
  level?: 1 | 2;
  /** The next step: a Button or a link. */
  action?: ReactNode;
}

/** Stands where content will be. Says what the place is for and offers the next step. */
export const EmptyState = ({ icon, title, children, level = 2, action }: EmptyStateProps) => {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={classes.empty}>
      {icon ? (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <Heading className={classes.title}>{title}</Heading>
      {children ? <div className={classes.words}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
};
