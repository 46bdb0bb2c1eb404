import type { ReactNode } from 'react';
import classes from './page-body.module.css';

interface PageBodyProps {
  children: ReactNode;
  /** `reading` is one column of 720 px, `app` the full 1280 px. */
  width?: 'reading' | 'app';
}

/** The scrolling content under a PageHeader, centred and padded on the grid. */
export const PageBody = ({ children, width = 'reading' }: PageBodyProps) => (
  <div className={classes.body} data-width={width}>
    {children}
  </div>
);
