import { pictureShapes, usePictureChange } from '../../data/pictures/use-picture-change.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cover } from '../../ui/cover.tsx';
import { PictureField } from '../../ui/picture-field.tsx';

interface CommunityPicturesProps {
  /** Of whoever changes them: the founder or a moderator. */
  uid: string;
  community: CommunityEntry;
}

/** The picture and the cover of a community. Each is saved by itself, as soon as it is chosen. */
export const CommunityPictures = ({ uid, community }: CommunityPicturesProps) => {
  const { id: communityId, name } = community;
  const avatar = usePictureChange({ of: 'community', communityId, uid, place: 'avatar' });
  const cover = usePictureChange({ of: 'community', communityId, uid, place: 'cover' });
  const readers =
    community.visibility === 'open' ? 'Everybody with an account sees it.' : 'Its members see it.';
  return (
    <>
      <PictureField
        label="Picture"
        description={readers}
        hasPicture={community.avatar !== null}
        shape={pictureShapes.avatar}
        flow={avatar}
      >
        <Avatar id={communityId} name={name} picture={community.avatar} size={72} kind="group" />
      </PictureField>
      <PictureField
        label="Cover"
        description={`At the top of the community's page. ${readers}`}
        hasPicture={community.cover !== null}
        shape={pictureShapes.cover}
        flow={cover}
      >
        <Cover id={communityId} picture={community.cover} />
      </PictureField>
    </>
  );
};
