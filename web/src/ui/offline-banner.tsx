import { IconCloudOff } from '@tabler/icons-react';
import classes from './offline-banner.module.css';

interface OfflineBannerProps {
  connection: 'online' | 'connecting' | 'offline';
  /** What being offline means on this screen: whether something is sent later, or cannot be done. */
  note?: string;
}

/** One calm line while nothing answers. The status element stays, so that its change is spoken. */
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
