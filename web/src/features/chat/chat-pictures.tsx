import type { ChatMember } from '@sameboat/model/chat-member';
import { type ReactNode, useMemo, useState } from 'react';
import { useLive } from '../../data/use-live.ts';
import { outboxOf } from '../../data/use-outbox.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { watchMessages } from '../../data/watch-messages.ts';
import { onDemand } from '../../ui/on-demand.ts';
import { peopleAnswered } from './people-answered.ts';
import { type PictureScene, PictureSceneContext } from './picture-scene.ts';
import type { ShownMessage } from './shown-message.ts';

interface ChatPicturesProps {
  uid: string;
  chat: ChatEntry;
  member: ChatMember;
  children: ReactNode;
}

const viewer = onDemand(() => import('./chat-picture-viewer.tsx').then((loaded) => loaded.ChatPictureViewer));

/**
 * Keeps what the messages below do with their pictures, as long as the chat is open: which are revealed, and which is seen
 * large. Pictures are blurred in private chats, and elsewhere those of people whom I have not answered there
 * (docs/decisions/0055). Mine never are.
 */
export const ChatPictures = ({ uid, chat, member, children }: ChatPicturesProps) => {
  const me = member.alias ?? uid;
  const isPrivate = chat.type === 'direct' || chat.type === 'match';
  const feed = useLive(watchMessages(uid, chat.id)).value;
  const answered = useMemo(
    () => (feed && !isPrivate ? peopleAnswered(me, [...feed.history, ...feed.live]).join(' ') : ''),
    [feed, isPrivate, me],
  );
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [viewed, setViewed] = useState<{ pictures: ShownMessage['pictures']; index: number } | null>(null);
  const Viewer = viewer.useWhen(viewed !== null, () => setViewed(null));

  const scene = useMemo((): PictureScene => {
    const known = new Set(answered.split(' '));
    return {
      isVeiled: ({ id, mine, senderId }) => !mine && !known.has(senderId) && !revealed.has(id),
      reveal: (id) => setRevealed((before) => new Set(before).add(id)),
      view: (pictures, index) => setViewed({ pictures, index }),
      cancel: (id) => outboxOf(uid).discard(id),
    };
  }, [answered, revealed, uid]);

  return (
    <PictureSceneContext value={scene}>
      {children}
      {Viewer && viewed !== null ? (
        <Viewer
          pictures={viewed.pictures}
          index={viewed.index}
          onIndex={(index) => setViewed({ ...viewed, index })}
          onClose={() => setViewed(null)}
        />
      ) : null}
    </PictureSceneContext>
  );
};
