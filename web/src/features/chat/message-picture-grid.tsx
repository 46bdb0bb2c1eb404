import { IconX } from '@tabler/icons-react';
import { useContext } from 'react';
import { useUploadProgress } from '../../data/pictures/upload-progress.ts';
import { useChatPicture } from '../../data/pictures/use-chat-picture.ts';
import { outboxOf } from '../../data/use-outbox.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PictureTile } from '../../ui/picture-tile.tsx';
import { Progress } from '../../ui/progress.tsx';
import { type PictureScene, PictureSceneContext, preloadViewer } from './chat-pictures.tsx';
import { useIsVeiled } from './is-veiled.ts';
import classes from './message-picture-grid.module.css';
import { pictureName, pictureProblemWords } from './picture-words.ts';
import type { ShownMessage, ShownPicture } from './shown-message.ts';

/** The pictures of a message, each a button: it reveals those that are blurred, and shows others large. */
export const MessagePictureGrid = ({ message }: { message: ShownMessage }) => {
  const scene = useContext(PictureSceneContext);
  return scene && <Grid scene={scene} message={message} />;
};

const Grid = ({ scene, message }: { scene: PictureScene; message: ShownMessage }) => {
  const { pictures, delivery } = message;
  const isVeiled = useIsVeiled(scene, message);
  const isUnderway = delivery === 'sending' || delivery === 'waiting';
  return (
    <div className={classes.grid} data-count={pictures.length}>
      {pictures.map((picture, index) => (
        <div key={picture.path} className={classes.place} onPointerEnter={preloadViewer}>
          <Tile
            path={picture.path}
            name={pictureName(index, pictures.length, picture.alt)}
            isVeiled={isVeiled}
            onPress={() => (isVeiled ? scene.reveal(message.id) : scene.view({ pictures, index }))}
          />
        </div>
      ))}
      {isUnderway && pictures.some(({ upload }) => upload !== 'stored') ? (
        <Upload
          pictures={pictures}
          isWaiting={delivery === 'waiting'}
          onCancel={() => outboxOf(scene.uid).discard(message.id)}
        />
      ) : null}
    </div>
  );
};

interface TileProps {
  path: string;
  name: string;
  isVeiled: boolean;
  onPress: () => void;
}

const Tile = ({ path, name, isVeiled, onPress }: TileProps) => {
  const { url, problem, retry } = useChatPicture(path);
  return (
    <PictureTile
      url={url}
      label={`${isVeiled ? 'Show' : 'Open'} ${name}`}
      veiled={isVeiled}
      problem={problem && pictureProblemWords[problem]}
      onRetry={problem === 'failed' ? retry : undefined}
      onPress={onPress}
    />
  );
};

interface UploadProps {
  pictures: readonly ShownPicture[];
  isWaiting: boolean;
  onCancel: () => void;
}

const Upload = ({ pictures, isWaiting, onCancel }: UploadProps) => {
  const part = useUploadProgress(pictures);
  return (
    <div className={classes.upload}>
      <Progress
        label={isWaiting ? 'Waiting' : 'Uploading'}
        value={part}
        words={`${Math.round(part * 100)} %`}
      />
      <IconButton
        label={pictures.length === 1 ? 'Cancel this picture' : 'Cancel these pictures'}
        icon={<IconX size={16} stroke={1.75} />}
        size={32}
        withoutTooltip
        onClick={onCancel}
      />
    </div>
  );
};
