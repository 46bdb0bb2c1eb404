import { useEffect, useState } from 'react';
import { opensByQuestionMark } from '../../data/question-mark.ts';
import { onDemand } from '../../ui/on-demand.ts';
import { shortcutOf } from './shortcut-of.ts';

const switcher = onDemand(() =>
  import('../../features/shortcuts/quick-switcher.tsx').then(({ QuickSwitcher }) => QuickSwitcher),
);
const keys = onDemand(() =>
  import('../../features/shortcuts/shortcuts-window.tsx').then(({ ShortcutsWindow }) => ShortcutsWindow),
);

/** Listens for the keys that work on every screen, and shows what they open. */
export const Shortcuts = ({ uid }: { uid: string }) => {
  const [open, setOpen] = useState<'switcher' | 'keys' | null>(null);
  const close = () => setOpen(null);
  const Switcher = switcher.useWhen(open === 'switcher', close);
  const Keys = keys.useWhen(open === 'keys', close);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = shortcutOf(event, { questionMark: opensByQuestionMark(uid) });
      if (wanted === null) return;
      event.preventDefault();
      setOpen(wanted);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [uid]);

  return (
    <>
      {Switcher ? <Switcher uid={uid} open={open === 'switcher'} onClose={close} /> : null}
      {Keys ? <Keys uid={uid} open={open === 'keys'} onClose={close} /> : null}
    </>
  );
};
