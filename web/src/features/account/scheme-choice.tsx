import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { type ColorScheme, setColorScheme, useColorScheme } from '../../ui/theme/color-scheme.ts';
import classes from './scheme-choice.module.css';

const choices = [
  { value: 'auto', label: 'As the device', icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
] as const satisfies readonly { value: ColorScheme; label: string; icon: unknown }[];

/** Light, dark, or whatever the device says. Kept on this device alone. */
export const SchemeChoice = ({ labelledBy }: { labelledBy: string }) => {
  const colorScheme = useColorScheme();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={classes.choices}>
      {choices.map(({ value, label, icon: Glyph }) => (
        <label key={value} className={classes.choice}>
          <input
            type="radio"
            name="color-scheme"
            className={classes.input}
            checked={colorScheme === value}
            onChange={() => setColorScheme(value)}
          />
          <Glyph size={18} stroke={1.75} aria-hidden="true" />
          {label}
        </label>
      ))}
    </div>
  );
};
