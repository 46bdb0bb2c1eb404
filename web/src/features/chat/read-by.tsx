import { IconCheck, IconChecks } from '@tabler/icons-react';
import { useContext } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { useShownName } from '../../ui/discreet.ts';
import { ReadByPlace } from './read-by-place.ts';
import { useReaders } from './use-readers.ts';

/** "Sent", or who has read it, under my last message. `sentAt` is its time in milliseconds. */
export const ReadBy = ({ sentAt }: { sentAt: number }) => {
  const place = useContext(ReadByPlace);
  const { ids, isEveryone } = useReaders(sentAt);
  const [one, other, ...more] = ids;
  const icon = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;
  if (place === null || one === undefined) {
    return (
      <>
        <IconCheck {...icon} />
        Sent
      </>
    );
  }
  const { uid, chat } = place;
  return (
    <>
      <IconChecks {...icon} />
      {chat.type === 'direct' ? (
        'Read'
      ) : isEveryone && other !== undefined ? (
        'Read by everyone'
      ) : (
        <span>
          Read by <Name asker={uid} uid={one} />
          {other === undefined ? null : more.length === 0 ? (
            <>
              {' and '}
              <Name asker={uid} uid={other} />
            </>
          ) : (
            ` and ${more.length + 1} others`
          )}
        </span>
      )}
    </>
  );
};

const Name = ({ asker, uid }: { asker: string; uid: string }) => {
  const user = useLive(getUser(asker, uid)).value;
  return <bdi>{useShownName(user?.displayName ?? 'someone')}</bdi>;
};
