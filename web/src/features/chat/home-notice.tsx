import { otterUid } from '@sameboat/model/otter';
import { useState } from 'react';
import { deviceKey, deviceStore } from '../../data/device-store.ts';
import { useKeptTimeZone } from '../../data/keep-time-zone.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import classes from './home-notice.module.css';

/** Above the messages of a home chat: what this place is, and what Otter is. Put away, it stays away on this device. */
export const HomeNotice = ({ uid }: { uid: string }) => {
  useKeptTimeZone(uid);
  const key = deviceKey('home-notice', uid);
  const [isHidden, setIsHidden] = useState(() => deviceStore.get(key) !== null);
  if (isHidden) return null;
  return (
    <section className={classes.notice} aria-label="About this chat">
      <p>
        Everyone lands here. Say hello, or just read along. This chat begins muted, and you can leave it.
        Otter is a bot: it answers what begins with “Hey Otter”, and nothing else.
      </p>
      <div className={classes.acts}>
        <ButtonLink to={`/people/${otterUid}`} size="small" quiet>
          What Otter can do
        </ButtonLink>
        <TextButton
          onClick={() => {
            deviceStore.set(key, 'hidden');
            setIsHidden(true);
          }}
        >
          Hide
        </TextButton>
      </div>
    </section>
  );
};
