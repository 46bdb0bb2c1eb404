import type { ReactNode } from 'react';
import classes from './account-card.module.css';

interface AccountCardProps {
  title: string;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** The other way: "New here? Create an account". */
  foot?: ReactNode;
}

/** The narrow column in which every account form stands. */
export const AccountCard = ({ title, lead, children, foot }: AccountCardProps) => (
  <div className={classes.column}>
    <h1 className={classes.title}>{title}</h1>
    {lead ? <p className={classes.lead}>{lead}</p> : null}
    <div className={classes.content}>{children}</div>
    {foot ? <div className={classes.foot}>{foot}</div> : null}
  </div>
);
