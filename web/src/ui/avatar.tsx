import classes from './avatar.module.css';
import { initialsOf, toneOf } from './avatar-look.ts';
import { StoredPicture } from './stored-picture.tsx';

interface AvatarProps {
  /** Decides the colour: a uid, chat id or community id. */
  id: string;
  name: string;
  /** Where their picture is stored. Initials, while it is fetched and where there is none. */
  picture?: string | null | undefined;
  /** In px: 24, 32, 40 (lists) or 72 (profiles). */
  size?: 24 | 32 | 40 | 72;
  /** People are round; group chats and communities are rounded squares. */
  kind?: 'person' | 'group';
}

/** A person, chat or community. Decoration: the name always stands beside it or is spoken by its link. */
export const Avatar = ({ id, name, picture = null, size = 40, kind = 'person' }: AvatarProps) => (
  <span
    className={classes.avatar}
    data-size={size}
    data-kind={kind}
    data-tone={toneOf(id)}
    aria-hidden="true"
  >
    {initialsOf(name)}
    {picture === null ? null : <StoredPicture path={picture} width={size} height={size} />}
  </span>
);
