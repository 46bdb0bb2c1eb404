import { fullTime, relativeTime } from './relative-time.ts';
import { useNow } from './use-now.ts';

/** A moment that keeps itself current. Its tooltip and machine-readable form tell it in full. */
export const TimeText = ({ at, className }: { at: Date; className?: string }) => {
  const now = useNow();
  return (
    <time dateTime={at.toISOString()} title={fullTime(at)} className={className}>
      {relativeTime(at, now)}
    </time>
  );
};
