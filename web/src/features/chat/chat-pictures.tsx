import { createContext, type ReactNode, useMemo, useState } from 'react';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { onDemand } from '../../ui/on-demand.ts';
import type { ShownPicture } from './shown-message.ts';

interface ViewedPictures {
  readonly pictures: readonly ShownPicture[];
  readonly index: number;
}

/** What the pictures of a chat have in common while it is open. */
export interface PictureScene {
  readonly uid: string;
  readonly chat: ChatEntry;
  /** The id that my messages carry. */
  readonly me: string;
  /** The messages whose blurred pictures were tapped. */
  readonly revealed: ReadonlySet<string>;
  reveal(messageId: string): void;
  /** Shows one of a message's pictures over the whole screen. */
  view(viewed: ViewedPictures | null): void;
}

export const PictureSceneContext = createContext<PictureScene | null>(null);

const viewer = onDemand(() =>
  import('./chat-picture-viewer.tsx').then(({ ChatPictureViewer }) => ChatPictureViewer),
);
export const preloadViewer = viewer.preload;

interface ChatPicturesProps extends Pick<PictureScene, 'uid' | 'chat' | 'me'> {
  children: ReactNode;
}

/** Keeps what the messages below do with their pictures, as long as the chat is open. */
export const ChatPictures = ({ uid, chat, me, children }: ChatPicturesProps) => {
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [viewed, view] = useState<ViewedPictures | null>(null);
  const Viewer = viewer.useWhen(viewed !== null, () => view(null));
  const scene = useMemo(
    (): PictureScene => ({
      uid,
      chat,
      me,
      revealed,
      reveal: (id) => setRevealed((before) => new Set(before).add(id)),
      view,
    }),
    [uid, chat, me, revealed],
  );
  return (
    <PictureSceneContext value={scene}>
      {children}
      {Viewer && viewed ? (
        <Viewer {...viewed} onIndex={(index) => view({ ...viewed, index })} onClose={() => view(null)} />
      ) : null}
    </PictureSceneContext>
  );
};
