import { IconLifebuoy } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './help-link.module.css';

/** Crisis help, one tap away: the last thing in every header, signed in or out. */
export const HelpLink = () => (
  <Link to="/help" className={classes.link}>
    <IconLifebuoy size={20} stroke={1.75} aria-hidden="true" />
    Help
  </Link>
);
