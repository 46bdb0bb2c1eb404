import type { ReactNode } from 'react';
import { Switch } from '../../ui/checkbox.tsx';
import classes from './settings-group.module.css';

/** A heading and its rows on "You". */
export const SettingsGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.group}>
    <h2 className={classes.heading}>{title}</h2>
    <div className={classes.rows}>{children}</div>
  </section>
);

interface SettingsRowProps {
  name: string;
  /** One quiet sentence under the name. */
  note?: string;
  /** What it is set to, a control, or both. */
  children: ReactNode;
}

export const SettingsRow = ({ name, note, children }: SettingsRowProps) => (
  <div className={classes.row}>
    <div className={classes.label}>
      <p>{name}</p>
      {note ? <p className={classes.note}>{note}</p> : null}
    </div>
    <div className={classes.value}>{children}</div>
  </div>
);

interface SettingsSwitchProps {
  name: string;
  note: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off and acts at once. */
export const SettingsSwitch = ({ name, note, checked, onChange }: SettingsSwitchProps) => (
  <div className={classes.row}>
    <div className={classes.label}>
      <Switch
        label={name}
        description={note}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  </div>
);

/** A value with the button that changes it. The button is named after both: "Change e-mail". */
export const SettingsValue = ({ children, action }: { children: ReactNode; action: ReactNode }) => (
  <div className={classes.changeable}>
    <span className={classes.text}>{children}</span>
    {action}
  </div>
);
