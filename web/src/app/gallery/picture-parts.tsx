import { type ComponentProps, useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { CropDialog } from '../../ui/crop-dialog.tsx';
import { PictureField } from '../../ui/picture-field.tsx';
import type { PictureFlow } from '../../ui/picture-field-props.ts';
import { PictureTile } from '../../ui/picture-tile.tsx';
import { PictureViewerWindow } from '../../ui/picture-viewer-window.tsx';
import { Pictures } from '../../ui/pictures.ts';
import { Part, State } from './part.tsx';

const nothing = () => undefined;
const actions = { pick: nothing, crop: nothing, remove: nothing, retry: nothing, cancel: nothing };
const picture = '/icon-192.png';
const square = { aspect: 1, round: true };

const tiles: readonly (readonly [name: string, over: Partial<ComponentProps<typeof PictureTile>>])[] = [
  ['here', {}],
  ['being fetched', { url: null }],
  ['veiled', { veiled: true, label: 'Show tile, veiled' }],
  ['failed', { problem: 'We could not load this picture.', onRetry: nothing }],
  ['gone', { problem: 'This picture is not here any more.' }],
];

const steps: readonly (readonly [name: string, flow: PictureFlow])[] = [
  ['rest', { ...actions, step: 'idle', done: null }],
  ['reading', { ...actions, step: 'reading' }],
  ['sending', { ...actions, step: 'sending', sent: 0.4 }],
  ['checking', { ...actions, step: 'sending', sent: null }],
  [
    'failed',
    {
      ...actions,
      step: 'failed',
      problem: 'You are offline. Try again when the connection is back.',
      canRetry: true,
    },
  ],
  ['saved', { ...actions, step: 'idle', done: 'changed' }],
];

/** Pictures that people choose. Here a path is an address. */
export const PictureParts = () => {
  const [isCropping, setIsCropping] = useState(false);
  const [viewed, setViewed] = useState<number | null>(null);
  return (
    <Pictures value={(path) => path}>
      <Part name="Pictures">
        <State name="avatar with a picture">
          <Avatar id="person" name="Mira Lake" picture={picture} size={72} />
        </State>
        <State name="cover" wide>
          <Cover id="person" />
        </State>
        <State name="cover with a picture" wide>
          <Cover id="person" picture={picture} />
        </State>
        {tiles.map(([name, tile]) => (
          <State key={name} name={`tile, ${name}`}>
            <div style={{ width: 160, height: 120 }}>
              <PictureTile url={picture} label={`Tile, ${name}`} onPress={nothing} {...tile} />
            </div>
          </State>
        ))}
        <State name="viewer">
          <Button variant="default" onClick={() => setViewed(0)}>
            See pictures large
          </Button>
          {viewed === null ? null : (
            <PictureViewerWindow
              picture={{
                url: picture,
                width: 192,
                height: 192,
                alt: 'A boat on calm water',
                problem: null,
              }}
              index={viewed}
              count={3}
              onIndex={setViewed}
              onClose={() => setViewed(null)}
            />
          )}
        </State>
        <State name="cropper">
          <Button variant="default" onClick={() => setIsCropping(true)}>
            Cut a picture
          </Button>
          <CropDialog
            picture={isCropping ? { url: picture, width: 192, height: 192 } : null}
            shape={square}
            onUse={() => setIsCropping(false)}
            onCancel={() => setIsCropping(false)}
          />
        </State>
        {steps.map(([name, flow]) => (
          <State key={name} name={`field, ${name}`} wide>
            <PictureField
              label={`Your picture, ${name}`}
              description="Everybody with an account can see it."
              hasPicture={name === 'saved'}
              shape={square}
              flow={flow}
            >
              <Avatar id="person" name="Mira Lake" picture={name === 'saved' ? picture : null} size={72} />
            </PictureField>
          </State>
        ))}
      </Part>
    </Pictures>
  );
};
