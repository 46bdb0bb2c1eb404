import { withoutIsolates } from '@sameboat/model/mention-text';
import { messagePath } from '@sameboat/model/message';
import { useContext } from 'react';
import { deleteMessage } from '../../data/delete-message.ts';
import { useLive } from '../../data/use-live.ts';
import { useReport } from '../../data/use-report.ts';
import { watchOwnCommunityMember } from '../../data/watch-community.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ReportDialog } from '../../ui/report-dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import { messageMenu } from './message-menu.tsx';
import type { MessageTool } from './message-tool.ts';
import type { MessageToolsProps } from './message-tools-props.ts';
import { ReactionPeople } from './reaction-people.tsx';
import { ReactionPicker } from './reaction-picker.tsx';
import { RemoveMessageDialog } from './remove-message-dialog.tsx';
import { ShownChat } from './shown-chat.ts';
import { usePersonName } from './use-person-name.ts';

type Props = MessageToolsProps & { tool: MessageTool };

/** What can be done with a message: the part that is fetched when it is first wanted. */
export const MessageToolsPart = ({ chat, tool, message, onTool, onClose, ...acts }: Props) => {
  const { uid } = useContext(ShownChat);
  const author = usePersonName(message?.senderId ?? uid);
  const report = useReport(uid, { kind: 'message', path: messagePath(chat.id, tool.messageId) });
  const role = useLive(chat.communityId ? watchOwnCommunityMember(uid, chat.communityId) : null).value?.role;
  if (message === undefined) return null;

  const isOpen = (kind: MessageTool['kind']) => tool.isOpen && tool.kind === kind;
  const open = (kind: MessageTool['kind']) => onTool(kind, message.id, { current: bubbleOf(message.id) });
  const beside = 'current' in tool.anchor ? tool.anchor : { current: bubbleOf(message.id) };
  const items = messageMenu({
    message,
    isClosed: chat.type === 'direct' && chat.state !== 'open',
    moderates: role === 'founder' || role === 'moderator',
    onReact: () => open('react'),
    onReply: () => acts.onReply(message.id),
    onCopy: () => copy(withoutIsolates(message.text)),
    onEdit: () => acts.onEdit(message.id),
    onMarkUnread: acts.onMarkUnread && (() => acts.onMarkUnread?.(message.id)),
    onReport: report.begin,
    onRemove: () => open('remove'),
    onDelete: () => open('delete'),
  });

  return (
    <>
      <Menu
        open={isOpen('menu')}
        onClose={onClose}
        label={`Message from ${author}`}
        items={items}
        anchor={tool.anchor}
      />
      <Popover open={isOpen('react')} onClose={onClose} label="React" anchor={beside}>
        <ReactionPicker message={message} onDone={onClose} />
      </Popover>
      <Popover open={isOpen('reactors')} onClose={onClose} label="Reactions" anchor={beside}>
        <ReactionPeople message={message} onDone={onClose} />
      </Popover>
      <ConfirmDialog
        open={isOpen('delete')}
        title="Delete this message?"
        confirmLabel="Delete"
        danger
        onConfirm={() => {
          onClose();
          deleteMessage(chat.id, message.id).catch(() => toast('Your message was not deleted. Try again.'));
        }}
        onCancel={onClose}
      >
        <p>It is deleted for everybody in this chat. “Message deleted” stays in its place.</p>
      </ConfirmDialog>
      <RemoveMessageDialog
        chatId={chat.id}
        target={isOpen('remove') ? { messageId: message.id, author } : null}
        onClose={onClose}
      />
      <ReportDialog {...report} title="Report this message" />
    </>
  );
};

function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast('Copied.'),
    () => toast('We could not copy this.'),
  );
}

/** The bubble of a message, which its article is described by. */
function bubbleOf(messageId: string): Element | null {
  const article = document.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
  return document.getElementById(article?.getAttribute('aria-describedby') ?? '');
}
