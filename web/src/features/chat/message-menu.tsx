import {
  IconArrowBackUp,
  IconCopy,
  IconFlag,
  IconMailOpened,
  IconMessageOff,
  IconMoodPlus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import type { ShownMessage } from './shown-message.ts';

interface MessageMenuInput {
  message: ShownMessage;
  /** Nobody can write in the chat: a request that waits. */
  isClosed: boolean;
  /** Whether I help to run the chat's community. */
  moderates: boolean;
  onReact: () => void;
  onReply: () => void;
  onCopy: () => void;
  onEdit: () => void;
  onMarkUnread: (() => void) | null;
  onReport: () => void;
  onRemove: () => void;
  onDelete: () => void;
}

const look = { size: 20, stroke: 1.75 } as const;

/** What can be done with a message that is there. */
export function messageMenu({ message, isClosed, moderates, ...on }: MessageMenuInput): MenuEntry[] {
  const { mine } = message;
  const entries: (MenuEntry | false)[] = [
    !isClosed && { label: 'React', icon: <IconMoodPlus {...look} />, onSelect: on.onReact },
    !isClosed && { label: 'Reply', icon: <IconArrowBackUp {...look} />, onSelect: on.onReply },
    message.text !== '' && { label: 'Copy text', icon: <IconCopy {...look} />, onSelect: on.onCopy },
    mine && !isClosed && { label: 'Edit', icon: <IconPencil {...look} />, onSelect: on.onEdit },
    !mine &&
      on.onMarkUnread !== null && {
        label: 'Mark unread from here',
        icon: <IconMailOpened {...look} />,
        onSelect: on.onMarkUnread,
      },
    'line',
    !mine && { label: 'Report', icon: <IconFlag {...look} />, onSelect: on.onReport },
    !mine &&
      moderates && {
        label: 'Remove message',
        icon: <IconMessageOff {...look} />,
        danger: true,
        onSelect: on.onRemove,
      },
    mine && { label: 'Delete', icon: <IconTrash {...look} />, danger: true, onSelect: on.onDelete },
  ];
  return entries.filter((entry) => entry !== false);
}
