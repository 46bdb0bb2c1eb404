import { IconCloudOff } from '@tabler/icons-react';
import classes from './offline-banner.module.css';

interface OfflineBannerProps {
  connection: 'online' | 'connecting' | 'offline';
  /** What being offline means on this screen: what is sent later, or cannot be done. */
  note?: string;
}

/** One line while there is no connection. The status element is always there, so that screen readers announce changes. */
export const OfflineBanner = ({ connection, note }: OfflineBannerProps) => (
  <div role="status">
    {connection === 'online' ? null : (
      <p className={classes.banner}>
        <IconCloudOff size={16} stroke={1.75} aria-hidden="true" />
        {connection === 'connecting' ? 'Connecting…' : ['You are offline.', note].filter(Boolean).join(' ')}
      </p>
    )}
  </div>
);
