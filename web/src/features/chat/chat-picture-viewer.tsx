import { useChatPicture } from '../../data/pictures/use-chat-picture.ts';
import { PictureViewerWindow } from '../../ui/picture-viewer-window.tsx';
import { pictureProblemWords } from './picture-words.ts';
import type { ShownPicture } from './shown-message.ts';

interface ChatPictureViewerProps {
  pictures: readonly ShownPicture[];
  index: number;
  onIndex: (index: number) => void;
  onClose: () => void;
}

/** The pictures of one message over the whole screen. */
export const ChatPictureViewer = ({ pictures, index, onIndex, onClose }: ChatPictureViewerProps) => {
  const picture = pictures[index];
  if (picture === undefined) return null;
  return <One picture={picture} index={index} count={pictures.length} onIndex={onIndex} onClose={onClose} />;
};

interface OneProps extends Omit<ChatPictureViewerProps, 'pictures'> {
  picture: ShownPicture;
  count: number;
}

const One = ({ picture, ...rest }: OneProps) => {
  const { path, width, height, alt } = picture;
  const { url, problem } = useChatPicture(path);
  return (
    <PictureViewerWindow
      {...rest}
      picture={{ url, width, height, alt, problem: problem && pictureProblemWords[problem] }}
    />
  );
};
