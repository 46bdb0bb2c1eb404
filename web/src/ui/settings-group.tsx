import type { ReactNode } from 'react';
import { Switch } from './checkbox.tsx';
import classes from './settings-group.module.css';

/** Rows in one frame. */
export const SettingsRows = ({ children }: { children: ReactNode }) => (
  <div className={classes.rows}>{children}</div>
);

/** A heading and its rows on "You". */
export const SettingsGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.group}>
    <h2 className={classes.heading}>{title}</h2>
    <SettingsRows>{children}</SettingsRows>
  </section>
);

interface SettingsRowProps {
  name: string;
  /** One quiet sentence under the name. */
  note?: string;
  /** What came of using it, spoken when it changes. An empty fragment until there is something to say. */
  outcome?: ReactNode;
  /** What it is set to, a control, or both. */
  children: ReactNode;
  /** A line of its own below, such as a progress bar. */
  under?: ReactNode;
}

export const SettingsRow = ({ name, note, outcome, children, under }: SettingsRowProps) => (
  <div className={classes.row}>
    <div className={classes.label}>
      <p>{name}</p>
      {note ? <p className={classes.note}>{note}</p> : null}
      {outcome === undefined ? null : (
        <div role="status" className={classes.outcome}>
          {outcome}
        </div>
      )}
    </div>
    <div className={classes.value}>{children}</div>
    {under ? <div className={classes.under}>{under}</div> : null}
  </div>
);

interface SettingsSwitchProps {
  name: string;
  note: string;
  checked: boolean;
  /** Why it could not be changed. */
  error?: string | null;
  /** While it is not known how it is set. */
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off and acts at once. */
export const SettingsSwitch = ({ name, note, error, disabled, checked, onChange }: SettingsSwitchProps) => (
  <div className={classes.row}>
    <div className={classes.label}>
      <Switch
        label={name}
        description={note}
        error={error}
        disabled={disabled}
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
