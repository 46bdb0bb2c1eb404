import { IconCloudOff } from '@tabler/icons-react';
import classes from './offline-banner.module.css';
import { useOnline } from './use-online.ts';

/** One calm line while there is no network. The status element stays, so that its change is spoken. */
export const OfflineBanner = () => {
  const online = useOnline();
  return (
    <div role="status" className={classes.place}>
      {online ? null : (
        <p className={classes.banner}>
          <IconCloudOff size={16} stroke={1.75} aria-hidden="true" />
          You are offline. What you write waits here and is sent when you are back.
        </p>
      )}
    </div>
  );
};
