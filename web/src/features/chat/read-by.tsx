import { IconChecks } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { useShownName } from '../../ui/discreet.ts';
import type { ReadByPlaceValue } from './read-by-place.ts';
import { useReaders } from './use-readers.ts';

export interface ReadByProps {
  place: ReadByPlaceValue;
  /** The time of my last message, in milliseconds. */
  sentAt: number;
  /** What stands here as long as nobody has read it. */
  children: ReactNode;
}

/** Who has read my last message, of those who share it. */
export const ReadBy = ({ place, sentAt, children }: ReadByProps) => {
  const { ids, isEveryone } = useReaders(place, sentAt);
  const [one, other, ...more] = ids;
  if (one === undefined) return children;
  const { uid, chat } = place;
  return (
    <>
      <IconChecks size={14} stroke={1.75} aria-hidden="true" />
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
