import type { ReactNode } from 'react';
import classes from './gallery.module.css';

/** One part of the kit under its name. */
export const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={classes.part} aria-label={name}>
    <h2 className={classes.name}>{name}</h2>
    <div className={classes.row}>{children}</div>
  </section>
);
