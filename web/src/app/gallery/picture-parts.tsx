import { useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { CropDialog } from '../../ui/crop-dialog.tsx';
import { PictureField } from '../../ui/picture-field.tsx';
import type { PictureFlow } from '../../ui/picture-field-props.ts';
import { Pictures } from '../../ui/pictures.ts';
import { Part, State } from './part.tsx';

const nothing = () => undefined;
const actions = { pick: nothing, crop: nothing, remove: nothing, retry: nothing, cancel: nothing };
const picture = '/icon-192.png';
const square = { aspect: 1, round: true };

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
