import { IconArrowBackUp, IconDots, IconMoodPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { preloadMenu } from '../../ui/menu.tsx';
import { MessageActions } from '../../ui/message-actions.tsx';
import { useHandOverFocus } from '../../ui/use-hand-over-focus.ts';
import type { MessageTool } from './message-tool.ts';
import { preloadMessageTools } from './message-tools.tsx';
import type { RowActions } from './row-actions.ts';
import type { ShownMessage } from './shown-message.ts';

const small = { size: 18, stroke: 1.75 } as const;

interface RowToolsProps {
  message: ShownMessage;
  author: string;
  /** Whether somebody points at the message or has the focus in it. */
  isNear: boolean;
  tool: MessageTool['kind'] | null;
  actions: RowActions;
}

/**
 * What can be done with a message. The button of its menu is always there, for screen readers; the other two only while
 * the message is near to a pointer or the focus.
 */
export const RowTools = ({ message: { id }, author, isNear, tool, actions }: RowToolsProps) => {
  const place = useRef<HTMLDivElement>(null);
  useHandOverFocus(place, (element) => element.closest('article'));
  const isShown = isNear || tool !== null;
  useEffect(() => {
    if (!isShown) return;
    preloadMenu();
    preloadMessageTools();
  }, [isShown]);
  return (
    <div ref={place}>
      <MessageActions
        label={`Message from ${author}`}
        actions={
          isShown
            ? [
                {
                  label: 'React',
                  icon: <IconMoodPlus {...small} />,
                  expanded: tool === 'react',
                  onPress: (button) => actions.onTool('react', id, { current: button }),
                },
                {
                  label: 'Reply',
                  icon: <IconArrowBackUp {...small} />,
                  onPress: () => actions.onReply(id),
                },
              ]
            : []
        }
      >
        <IconButton
          label="More"
          icon={<IconDots {...small} />}
          size={32}
          tabIndex={isShown ? 0 : -1}
          aria-haspopup="menu"
          aria-expanded={tool === 'menu'}
          onClick={(event) => actions.onTool('menu', id, { current: event.currentTarget })}
        />
      </MessageActions>
    </div>
  );
};
