import { userPath } from '@sameboat/model/user';
import {
  IconBan,
  IconBell,
  IconBellOff,
  IconDoorExit,
  IconDots,
  IconFlag,
  IconPin,
  IconPinnedOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import { blockPerson } from '../../../data/block-person.ts';
import { errorSentence, toDataError } from '../../../data/data-error.ts';
import { endPrivateChat } from '../../../data/end-private-chat.ts';
import { updateInboxRow } from '../../../data/update-inbox-row.ts';
import { useAction } from '../../../data/use-action.ts';
import { useReport } from '../../../data/use-report.ts';
import { BlockDialog } from '../../../ui/block-dialog.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import type { MenuEntry } from '../../../ui/menu-entry.ts';
import { ReportDialog } from '../../../ui/report-dialog.tsx';
import { toast } from '../../../ui/toasts.ts';
import { useInboxRow } from '../use-inbox-row.ts';

export interface DirectActionsProps {
  uid: string;
  chatId: string;
  other: string;
  /** The other person's name. */
  name: string;
}

const look = { size: 20, stroke: 1.75 } as const;

/** What can be done with an open private chat, and about the other person. */
export const DirectActions = ({ uid, chatId, other, name }: DirectActionsProps) => {
  const row = useInboxRow(uid, chatId).value;
  const [question, setQuestion] = useState<'leave' | 'block' | null>(null);
  const close = () => setQuestion(null);
  const { begin, ...reporting } = useReport(uid, { kind: 'person', path: userPath(other) });
  const leave = useAction(() => endPrivateChat(chatId));
  const block = useAction(async () => {
    await blockPerson(uid, other);
    toast(`You blocked ${name}.`);
  });
  const change = (choice: { muted: boolean } | { pinned: boolean }, done: string) => {
    updateInboxRow(uid, chatId, choice).catch((cause: unknown) => toast(errorSentence(toDataError(cause))));
    toast(done);
  };

  const mine: MenuEntry[] = row
    ? [
        row.pinned
          ? {
              label: 'Unpin',
              icon: <IconPinnedOff {...look} />,
              onSelect: () => change({ pinned: false }, 'Chat unpinned.'),
            }
          : {
              label: 'Pin to the top',
              icon: <IconPin {...look} />,
              onSelect: () => change({ pinned: true }, 'Chat pinned to the top.'),
            },
        row.muted
          ? {
              label: 'Unmute',
              icon: <IconBell {...look} />,
              onSelect: () => change({ muted: false }, 'Chat unmuted.'),
            }
          : {
              label: 'Mute',
              icon: <IconBellOff {...look} />,
              onSelect: () => change({ muted: true }, 'Chat muted.'),
            },
        'line',
      ]
    : [];
  const items: MenuEntry[] = [
    ...mine,
    { label: 'Report', icon: <IconFlag {...look} />, onSelect: begin },
    { label: 'Block', icon: <IconBan {...look} />, danger: true, onSelect: () => setQuestion('block') },
    {
      label: 'Leave chat',
      icon: <IconDoorExit {...look} />,
      danger: true,
      onSelect: () => setQuestion('leave'),
    },
  ];
  return (
    <>
      <MenuButton label="Chat menu" menuLabel={name} icon={<IconDots {...look} />} items={items} />
      <ConfirmDialog
        open={question === 'leave'}
        title="Leave this chat?"
        confirmLabel="Leave"
        cancelLabel="Stay"
        danger
        busy={leave.busy}
        onConfirm={leave.start}
        onCancel={close}
      >
        <p>
          The chat ends for both of you, and nobody can read it any more. They read that it has ended, not
          why. A month from now a new one can be started.
        </p>
        {leave.problem ? <p role="alert">{leave.problem}</p> : null}
      </ConfirmDialog>
      <BlockDialog
        open={question === 'block'}
        name={name}
        busy={block.busy}
        problem={block.problem}
        onBlock={block.start}
        onClose={close}
      />
      <ReportDialog {...reporting} title={`Report ${name}`} />
    </>
  );
};
