import { pictureShapes, usePictureChange } from '../../data/pictures/use-picture-change.ts';
import type { Profile } from '../../data/session/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cover } from '../../ui/cover.tsx';
import { PictureField } from '../../ui/picture-field.tsx';
import { SettingsGroup } from '../../ui/settings-group.tsx';
import classes from './your-pictures.module.css';

/** My picture and my cover: choose, cut, remove. */
export const YourPictures = ({ uid, profile }: { uid: string; profile: Profile }) => {
  const avatar = usePictureChange({ of: 'me', uid, place: 'avatar' });
  const cover = usePictureChange({ of: 'me', uid, place: 'cover' });
  return (
    <SettingsGroup title="Pictures">
      <div className={classes.fields}>
        <PictureField
          label="Your picture"
          description="Everybody with an account can see it. It does not have to show your face."
          hasPicture={profile.avatar !== null}
          shape={{ aspect: pictureShapes.avatar.aspect, round: true }}
          flow={avatar}
        >
          <Avatar id={uid} name={profile.displayName} picture={profile.avatar} size={72} />
        </PictureField>
        <PictureField
          label="Your cover"
          description="At the top of your profile, for everybody with an account."
          hasPicture={profile.cover !== null}
          shape={pictureShapes.cover}
          flow={cover}
        >
          <Cover id={uid} picture={profile.cover} />
        </PictureField>
      </div>
    </SettingsGroup>
  );
};
