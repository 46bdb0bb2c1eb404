import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { setColorScheme, useColorScheme } from '../../ui/theme/color-scheme.ts';

const icon = { size: 18, stroke: 1.75 };
const options = [
  { value: 'auto', label: 'Device', icon: <IconDeviceDesktop {...icon} /> },
  { value: 'light', label: 'Light', icon: <IconSun {...icon} /> },
  { value: 'dark', label: 'Dark', icon: <IconMoon {...icon} /> },
] as const;

/** Light, dark, or whatever the device says. Kept on this device alone. */
export const SchemeChoice = () => (
  <RadioGroup
    label="Colours"
    labelHidden
    look="segments"
    options={options}
    value={useColorScheme()}
    onChange={setColorScheme}
  />
);
