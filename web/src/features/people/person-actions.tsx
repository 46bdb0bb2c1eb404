import { userPath } from '@sameboat/model/user';
import { IconBan, IconDots, IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import { blockPerson } from '../../data/block-person.ts';
import { useAction } from '../../data/use-action.ts';
import { useReport } from '../../data/use-report.ts';
import { BlockDialog } from '../../ui/block-dialog.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { ReportDialog } from '../../ui/report-dialog.tsx';
import { toast } from '../../ui/toasts.ts';

interface PersonActionsProps {
  uid: string;
  other: { id: string; displayName: string };
  blocked: boolean;
}

const icon = { size: 20, stroke: 1.75 };

/** Report and block, two taps from any name. */
export const PersonActions = ({ uid, other, blocked }: PersonActionsProps) => {
  const [blocking, setBlocking] = useState(false);
  const { begin, ...reporting } = useReport(uid, { kind: 'person', path: userPath(other.id) });
  const name = other.displayName;
  const block = useAction(async () => {
    await blockPerson(uid, other.id);
    setBlocking(false);
    toast(`You blocked ${name}.`);
  });

  const report: MenuEntry = {
    label: 'Report',
    icon: <IconFlag {...icon} />,
    onSelect: begin,
  };
  const items: MenuEntry[] = blocked
    ? [report]
    : [
        report,
        'line',
        { label: 'Block', icon: <IconBan {...icon} />, danger: true, onSelect: () => setBlocking(true) },
      ];

  return (
    <>
      <MenuButton label="More" menuLabel={name} icon={<IconDots {...icon} />} items={items} />
      <BlockDialog
        open={blocking}
        name={name}
        busy={block.busy}
        problem={block.problem}
        onBlock={block.start}
        onClose={() => setBlocking(false)}
      />
      <ReportDialog {...reporting} title={`Report ${name}`} />
    </>
  );
};
