import { IconDots } from '@tabler/icons-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { onDemand } from '../../../ui/on-demand.ts';
import type { DirectActionsProps } from './direct-actions.tsx';

const part = onDemand(() => import('./direct-actions.tsx').then(({ DirectActions }) => DirectActions));

/** The menu of a private chat, which no other chat loads. Its place is kept until it has come. */
export const DirectMenu = (props: DirectActionsProps) => {
  const Actions = part.useWhen(true);
  return Actions ? (
    <Actions {...props} />
  ) : (
    <IconButton label="Chat menu" icon={<IconDots size={20} stroke={1.75} />} disabled />
  );
};
