import { useChatPicture } from '../../data/pictures/use-picture.ts';
import { PictureViewer } from '../../ui/picture-viewer.tsx';
import { pictureProblemWords } from './picture-words.ts';
import type { ShownMessage } from './shown-message.ts';

interface ChatPictureViewerProps {
  pictures: ShownMessage['pictures'];
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
  picture: ShownMessage['pictures'][number];
  count: number;
}

const One = ({ picture, ...rest }: OneProps) => {
  const { path, width, height, alt } = picture;
  const { url, problem } = useChatPicture(path);
  return (
    <PictureViewer
      {...rest}
      picture={{ url, width, height, alt, problem: problem && pictureProblemWords[problem] }}
    />
  );
};
