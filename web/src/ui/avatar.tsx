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
}

/** A person or place as a small disc. Decoration: the name always stands beside it or is spoken by its link. */
export const Avatar = ({ id, name, src = null, size = 40 }: AvatarProps) => (
  <span className={classes.avatar} data-size={size} data-tone={toneOf(id)} aria-hidden="true">
    {src ? <img src={src} alt="" width={size} height={size} className={classes.picture} /> : initialsOf(name)}
  </span>
);
