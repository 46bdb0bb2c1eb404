import { IconBellOff, IconCopy, IconDoorExit, IconDots, IconPin, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuButton } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu-entry.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toasts.ts';
import { useContextMenu } from '../../ui/use-context-menu.ts';
import { Part } from './part.tsx';

const icon = { size: 20, stroke: 1.75 };

export const FloatingParts = () => {
  const [muted, setMuted] = useState(true);
  const [open, setOpen] = useState<'dialog' | 'question' | 'sheet' | null>(null);
  const close = () => setOpen(null);
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
    { label: 'Leave', icon: <IconDoorExit {...icon} />, danger: true, onSelect: () => setOpen('question') },
  ];
  return (
    <>
      <Part name="Menu">
        <MenuButton label="More" icon={<IconDots {...icon} />} items={items} menuLabel="Evening group" />
        <p {...row.handlers}>A row: right click, or press long.</p>
        <Menu open={row.open} onClose={row.close} anchor={row.anchor} label="Row" items={items} />
      </Part>
      <Part name="Tooltip">
        <IconButton label="Pin to the top" icon={<IconPin {...icon} />} />
      </Part>
      <Part name="Dialog, question, sheet">
        <Button variant="default" onClick={() => setOpen('dialog')}>
          Open a dialog
        </Button>
        <Button variant="default" onClick={() => setOpen('question')}>
          Ask
        </Button>
        <Button variant="default" onClick={() => setOpen('sheet')}>
          Open a sheet
        </Button>
        <Dialog
          open={open === 'dialog'}
          onClose={close}
          title="New group chat"
          foot={
            <>
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button onClick={close}>Create</Button>
            </>
          }
        >
          <TextField label="Name" />
          <MenuButton label="More in the dialog" icon={<IconDots {...icon} />} items={items} />
        </Dialog>
        <ConfirmDialog
          open={open === 'question'}
          title="Leave this chat?"
          confirmLabel="Leave"
          cancelLabel="Stay"
          danger
          onConfirm={close}
          onCancel={close}
        >
          <p>What you wrote stays. You can join again from the community.</p>
        </ConfirmDialog>
        <Sheet open={open === 'sheet'} label="About this chat" onClose={close}>
          <p style={{ padding: 16 }}>What is read beside the screen.</p>
        </Sheet>
      </Part>
      <Part name="Toast">
        <Button variant="default" onClick={() => toast('Chat muted.')}>
          A notice
        </Button>
        <Button
          variant="default"
          onClick={() =>
            toast('You left Evening group.', { label: 'Undo', onSelect: () => toast('You are back.') })
          }
        >
          A notice with an action
        </Button>
      </Part>
    </>
  );
};
