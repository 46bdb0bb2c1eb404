import { Tabs as Kit } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import classes from './tabs.module.css';

interface TabsProps<Id extends string> {
  /** What they divide: "Reports". */
  label: string;
  tabs: readonly { id: Id; label: string; badge?: ReactNode; disabled?: boolean; content: ReactNode }[];
  value: Id;
  onChange: (id: Id) => void;
}

/** Two to six views of one thing. Arrow keys move between them; what is not shown is not there. */
export const Tabs = <Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) => (
  <Kit.Root value={value} onValueChange={onChange}>
    <Kit.List className={classes.list} aria-label={label} activateOnFocus>
      {tabs.map((tab) => (
        <Kit.Tab key={tab.id} value={tab.id} disabled={tab.disabled ?? false} className={classes.tab}>
          {tab.label}
          {tab.badge}
        </Kit.Tab>
      ))}
    </Kit.List>
    {tabs.map((tab) => (
      <Kit.Panel key={tab.id} value={tab.id} className={classes.panel}>
        {tab.content}
      </Kit.Panel>
    ))}
  </Kit.Root>
);
