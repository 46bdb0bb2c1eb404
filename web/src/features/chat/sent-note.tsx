import { IconCheck } from '@tabler/icons-react';
import { useContext } from 'react';
import { useLive } from '../../data/use-live.ts';
import { watchSettings } from '../../data/watch-settings.ts';
import { onDemand } from '../../ui/on-demand.ts';
import { ReadByPlace } from './read-by-place.ts';

const readBy = onDemand(() => import('./read-by.tsx').then(({ ReadBy }) => ReadBy), { quiet: true });

/** "Sent" under my last message; who has read it instead, if I give read receipts and they do. */
export const SentNote = ({ sentAt }: { sentAt: number }) => {
  const place = useContext(ReadByPlace);
  const gives = useLive(place === null ? null : watchSettings(place.uid)).value?.readReceipts === true;
  const ReadBy = readBy.useWhen(gives);
  const sent = (
    <>
      <IconCheck size={14} stroke={1.75} aria-hidden="true" />
      Sent
    </>
  );
  if (place === null || ReadBy === null || !gives) return sent;
  return (
    <ReadBy place={place} sentAt={sentAt}>
      {sent}
    </ReadBy>
  );
};
