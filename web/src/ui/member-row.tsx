import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { useDiscreet } from './discreet.ts';
import classes from './member-row.module.css';
import { PersonLink } from './person-link.tsx';
import { ShownName } from './shown-name.tsx';

interface MemberRowProps {
  id: string;
  name: string;
  /** Without the @. */
  handle: string | undefined;
  /** What sets this one apart, each a word or two: "founder", "you". */
  notes: readonly string[];
  /** Leads to their profile: not for those who have none, in a match or after they left. */
  linked?: boolean;
  /** As Avatar. */
  picture?: string | null | undefined;
  /** A MenuButton, where something can be done. */
  menu?: ReactNode;
}

/** A person in a list of members. The list says how high a row is. */
export const MemberRow = ({ id, name, handle, notes, picture, linked = false, menu }: MemberRowProps) => {
  const discreet = useDiscreet();
  return (
    <li className={classes.member} data-linked={linked || undefined}>
      <Avatar id={id} name={name} picture={picture} size={32} />
      <span className={classes.words}>
        {linked ? (
          <PersonLink uid={id}>
            <ShownName name={name} className={classes.name} />
          </PersonLink>
        ) : (
          <ShownName name={name} className={classes.name} />
        )}
        {handle === undefined || discreet ? null : <span className={classes.handle}>@{handle}</span>}
      </span>
      {notes.map((note) => (
        <span key={note} className={classes.role}>
          {note}
        </span>
      ))}
      {menu ? <span className={classes.menu}>{menu}</span> : null}
    </li>
  );
};
