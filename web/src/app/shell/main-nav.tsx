import { Link, useLocation } from 'react-router';
import { useDiscreet } from '../../ui/discreet.ts';
import { Mark } from '../../ui/mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import classes from './main-nav.module.css';
import { navItems } from './nav-items.ts';

/** One list of places: a bar at the foot of a phone, a rail at the side of anything wider. */
export const MainNav = ({ unreadChats }: { unreadChats: number }) => {
  const { pathname } = useLocation();
  return (
    <nav aria-label="Main" className={classes.nav}>
      <span className={classes.mark}>{useDiscreet() ? null : <Mark size={28} />}</span>
      <ul className={classes.items}>
        {navItems.map(({ to, label, icon: Glyph, owns }) => (
          <li key={to} className={classes.item}>
            <Link to={to} className={classes.link} aria-current={owns(pathname) ? 'page' : undefined}>
              <span className={classes.icon}>
                <Glyph size={22} stroke={1.75} aria-hidden="true" />
                {to === '/' && unreadChats > 0 ? <span className={classes.dot} /> : null}
              </span>
              {label}
              {to === '/' && unreadChats > 0 ? <VisuallyHidden>, {unreadChats} unread</VisuallyHidden> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
