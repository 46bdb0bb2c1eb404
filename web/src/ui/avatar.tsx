import classes from './avatar.module.css';
import { initialsOf, toneOf } from './avatar-look.ts';

interface AvatarProps {
  /** Decides the colour: a uid, chat id or community id. */
  id: string;
  name: string;
  /** A picture's address; initials when there is none. */
  src?: string | null;
  /** In px: 24, 32, 40 (lists) or 72 (profiles). */
  size?: 24 | 32 | 40 | 72;
  /** People are round; group chats and communities are rounded squares. */
  kind?: 'person' | 'group';
}

/** A person, chat or community. Decoration: the name always stands beside it or is spoken by its link. */
export const Avatar = ({ id, name, src = null, size = 40, kind = 'person' }: AvatarProps) => (
  <span
    className={classes.avatar}
    data-size={size}
    data-kind={kind}
    data-tone={toneOf(id)}
    aria-hidden="true"
  >
    {src ? <img src={src} alt="" width={size} height={size} className={classes.picture} /> : initialsOf(name)}
  </span>
);
