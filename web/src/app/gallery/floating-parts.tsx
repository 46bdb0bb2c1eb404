import {
  IconBellOff,
  IconCopy,
  IconDoorExit,
  IconDots,
  IconMoodPlus,
  IconPin,
  IconUser,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { BlockDialog } from '../../ui/block-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuButton } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { Popover } from '../../ui/popover.tsx';
import { ReportDialog } from '../../ui/report-dialog.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toasts.ts';
import { useContextMenu } from '../../ui/use-context-menu.ts';
import { Veil } from '../../ui/veil.tsx';
import { Part, State } from './part.tsx';

const icon = { size: 20, stroke: 1.75 };

/** What opens over the page. */
export const FloatingParts = () => {
  const [muted, setMuted] = useState(true);
  const [asking, setAsking] = useState(false);
  const row = useContextMenu();
  const items: readonly MenuEntry[] = [
    { label: 'Pin to the top', icon: <IconPin {...icon} />, onSelect: () => toast('Chat pinned.') },
    {
      label: 'Mute',
      icon: <IconBellOff {...icon} />,
      checked: muted,
      onSelect: () => setMuted((before) => !before),
    },
    { label: 'Open profile', icon: <IconUser {...icon} />, to: '/help' },
    { label: 'Copy text', icon: <IconCopy {...icon} />, disabled: true },
    'line',
    { label: 'Leave', icon: <IconDoorExit {...icon} />, danger: true, onSelect: () => setAsking(true) },
  ];
  return (
    <Part name="Over the page">
      <State name="menu, tooltip">
        <MenuButton
          label="More"
          icon={<IconDots {...icon} />}
          items={items}
          menuLabel="Evening group"
          align="start"
        />
      </State>
      <State name="menu of a row">
        <p {...row.handlers}>Right click, or press long</p>
        <Menu open={row.open} onClose={row.close} anchor={row.anchor} label="Row" items={items} />
      </State>
      <Reactions />
      <Windows items={items} />
      <AboutPeople />
      <State name="question">
        <Button variant="default" onClick={() => setAsking(true)}>
          Leave
        </Button>
      </State>
      <ConfirmDialog
        open={asking}
        title="Leave this chat?"
        confirmLabel="Leave"
        cancelLabel="Stay"
        danger
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        <p>What you wrote stays. You can join again from the community.</p>
      </ConfirmDialog>
      <State name="toast">
        <Button
          variant="default"
          onClick={() =>
            toast('You left Evening group.', { label: 'Undo', onSelect: () => toast('You are back.') })
          }
        >
          Say something
        </Button>
      </State>
    </Part>
  );
};

const Reactions = () => {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <State name="popover">
      <IconButton
        ref={anchor}
        label="React"
        icon={<IconMoodPlus {...icon} />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Popover open={open} onClose={() => setOpen(false)} label="Reactions" anchor={anchor}>
        {['👍', '😄', '❤️', '😢', '👀'].map((emoji) => (
          <IconButton key={emoji} label={emoji} withoutTooltip icon={emoji} onClick={() => setOpen(false)} />
        ))}
      </Popover>
    </State>
  );
};

const Windows = ({ items }: { items: readonly MenuEntry[] }) => {
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'veil' | null>(null);
  const close = () => setOpen(null);
  const foot = (
    <>
      <Button variant="default" onClick={close}>
        Cancel
      </Button>
      <Button onClick={close}>Create</Button>
    </>
  );
  return (
    <>
      <State name="dialog">
        <Button variant="default" onClick={() => setOpen('dialog')}>
          Open a dialog
        </Button>
      </State>
      <State name="sheet">
        <Button variant="default" onClick={() => setOpen('sheet')}>
          Open a sheet
        </Button>
      </State>
      <State name="veil">
        <Button variant="default" onClick={() => setOpen('veil')}>
          Cover the screen
        </Button>
      </State>
      {open === 'veil' ? <Veil title="Notes" words="Tap to go on" onLift={close} /> : null}
      <Dialog open={open === 'dialog'} onClose={close} title="New group chat" foot={foot}>
        <TextField label="Name" />
        <MenuButton label="More in the dialog" icon={<IconDots {...icon} />} items={items} align="start" />
      </Dialog>
      <Sheet open={open === 'sheet'} label="About this chat" onClose={close}>
        <div style={{ padding: 16 }}>
          <p>What is read beside the screen.</p>
          <TextField label="Note" />
        </div>
      </Sheet>
    </>
  );
};

const AboutPeople = () => {
  const [open, setOpen] = useState<'report' | 'block' | null>(null);
  const close = () => setOpen(null);
  return (
    <State name="report, block">
      <Button variant="default" onClick={() => setOpen('report')}>
        Report
      </Button>
      <Button variant="default" danger onClick={() => setOpen('block')}>
        Block
      </Button>
      <ReportDialog open={open === 'report'} title="Report Mira" onSend={async () => null} onClose={close} />
      <BlockDialog
        open={open === 'block'}
        name="Mira"
        busy={false}
        problem={null}
        onBlock={close}
        onClose={close}
      />
    </State>
  );
};
