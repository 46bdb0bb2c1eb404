import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { setEnterSends, useEnterSends } from '../../data/enter-sends.ts';
import { type SettingsChange, updateSettings } from '../../data/update-settings.ts';
import { useLive } from '../../data/use-live.ts';
import { watchSettings } from '../../data/watch-settings.ts';
import { SettingsGroup, SettingsSwitch } from '../../ui/settings-group.tsx';

/** How I write in chats, and what others see of it. */
export const ChatSettings = ({ uid }: { uid: string }) => (
  <SettingsGroup title="In chats">
    <SettingsSwitch
      name="Enter sends"
      note="On this device. Shift and Enter together always start a new line."
      checked={useEnterSends(uid)}
      onChange={(sends) => setEnterSends(uid, sends)}
    />
    <SharedSwitch
      uid={uid}
      setting="typing"
      otherwise
      name="Show when you are typing"
      note="Others in a chat see that you are typing, and you see when they are. Off, neither is shown."
    />
    <SharedSwitch
      uid={uid}
      setting="readReceipts"
      otherwise={false}
      name="Read receipts"
      note="Others in your chats see how far you have read. You see it of those who share it too."
    />
  </SettingsGroup>
);

interface SharedSwitchProps {
  uid: string;
  setting: keyof SettingsChange;
  /** What it is where nothing is stored. */
  otherwise: boolean;
  name: string;
  note: string;
}

const SharedSwitch = ({ uid, setting, otherwise, name, note }: SharedSwitchProps) => {
  const settings = useLive(watchSettings(uid));
  const stored = settings.value?.[setting] ?? otherwise;
  /** What was asked for, until it is stored and has come back, or is refused. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  if (wanted === stored) setWanted(null);
  const [problem, setProblem] = useState<string | null>(null);

  const change = async (next: boolean) => {
    if (wanted !== null) return;
    setWanted(next);
    setProblem(null);
    try {
      await updateSettings(uid, { [setting]: next });
    } catch (cause) {
      setWanted(null);
      setProblem(errorSentence(toDataError(cause)));
    }
  };

  return (
    <SettingsSwitch
      name={name}
      note={note}
      error={problem}
      disabled={settings.value === undefined}
      checked={wanted ?? stored}
      onChange={change}
    />
  );
};
