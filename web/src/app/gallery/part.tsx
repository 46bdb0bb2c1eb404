import type { ReactNode } from 'react';
import classes from './gallery.module.css';

/** One part of the kit under its name. */
export const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={classes.part} aria-label={name}>
    <h2 className={classes.name}>{name}</h2>
    <div className={classes.row}>{children}</div>
  </section>
);

/** States that only a hand can bring about: forceStates makes them stand still. */
export type Look = 'hover' | 'active' | 'focus' | 'focus-visible' | 'focus focus-visible';

/** One state of a part with its name under it. */
export const State = ({
  name,
  look,
  wide,
  children,
}: {
  name: string;
  look?: Look;
  wide?: boolean;
  children: ReactNode;
}) => (
  <div className={classes.state} data-look={look} data-wide={wide || undefined}>
    <div>{children}</div>
    <p className={classes.caption}>{name}</p>
  </div>
);
