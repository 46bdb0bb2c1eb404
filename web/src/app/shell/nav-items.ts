import type { Icon } from '@tabler/icons-react';
import { IconCompass, IconMessages, IconUser } from '@tabler/icons-react';

export interface NavItem {
  to: string;
  label: string;
  icon: Icon;
  /** Which addresses belong to it. */
  owns: (pathname: string) => boolean;
}

/** The bar and the rail, in order. A screen is listed when it exists. */
export const navItems: readonly NavItem[] = [
  {
    to: '/',
    label: 'Chats',
    icon: IconMessages,
    owns: (pathname) => pathname === '/' || pathname.startsWith('/chats/') || pathname === '/requests',
  },
  {
    to: '/discover',
    label: 'Discover',
    icon: IconCompass,
    owns: (pathname) => pathname.startsWith('/discover') || pathname.startsWith('/communities/'),
  },
  { to: '/settings', label: 'You', icon: IconUser, owns: (pathname) => pathname.startsWith('/settings') },
];
