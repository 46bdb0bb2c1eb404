import { IconBell, IconBellOff, IconDoorExit, IconPin, IconPinnedOff } from '@tabler/icons-react';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import type { MenuEntry } from '../../ui/menu-entry.ts';

export interface ChatRowActions {
  onMute: (row: InboxEntry, muted: boolean) => void;
  onPin: (row: InboxEntry, pinned: boolean) => void;
  /** Asks first. */
  onLeave: (row: InboxEntry) => void;
}

const look = { size: 20, stroke: 1.75 } as const;

/** What can be done with a chat from the list. A match is left from its circle. */
export function chatRowMenu(row: InboxEntry, { onMute, onPin, onLeave }: ChatRowActions): MenuEntry[] {
  const items: MenuEntry[] = [
    row.pinned
      ? { label: 'Unpin', icon: <IconPinnedOff {...look} />, onSelect: () => onPin(row, false) }
      : { label: 'Pin to the top', icon: <IconPin {...look} />, onSelect: () => onPin(row, true) },
    row.muted
      ? { label: 'Unmute', icon: <IconBell {...look} />, onSelect: () => onMute(row, false) }
      : { label: 'Mute', icon: <IconBellOff {...look} />, onSelect: () => onMute(row, true) },
  ];
  if (row.type === 'match') return items;
  const label = row.request === 'sent' ? 'Take back the request' : 'Leave chat';
  return [
    ...items,
    'line',
    { label, icon: <IconDoorExit {...look} />, danger: true, onSelect: () => onLeave(row) },
  ];
}
