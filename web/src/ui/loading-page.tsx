import { HelpLink } from './help-link.tsx';
import classes from './loading-page.module.css';
import { Skeleton } from './skeleton.tsx';

interface LoadingPageProps {
  /** What is being loaded, for those who cannot see the shapes. */
  label: string;
  shape?: 'rows' | 'cards' | 'lines' | 'bubbles';
}

/** A screen whose code or data is on its way. The bar is already where it will be, and so is Help. */
export const LoadingPage = ({ label, shape = 'rows' }: LoadingPageProps) => (
  <>
    <div className={classes.bar}>
      <HelpLink />
    </div>
    <div className={classes.content}>
      <Skeleton label={label} shape={shape} />
    </div>
  </>
);
