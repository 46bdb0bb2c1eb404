import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DiscoverChoice } from '../../data/discover-choice.ts';
import { FilterChip } from '../../ui/chip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import classes from './community-search.module.css';

/** Somebody who types is asked for after this pause, not after each letter. */
const PAUSE_MS = 250;

interface CommunitySearchProps {
  choice: DiscoverChoice;
  onChange: (change: Partial<DiscoverChoice>) => void;
}

/** What only communities can be searched by: the beginning of a name, and whether people write there now. */
export const CommunitySearch = ({ choice, onChange }: CommunitySearchProps) => {
  const [typed, setTyped] = useState(choice.name);
  const [asked, setAsked] = useState(choice.name);
  // Asked for after the pause, or cleared from elsewhere: "Look for any name".
  if (choice.name !== asked) {
    setAsked(choice.name);
    setTyped(choice.name);
  }
  useEffect(() => {
    if (typed === asked) return;
    const pause = setTimeout(() => onChange({ name: typed }), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, asked, onChange]);
  return (
    <div className={classes.search}>
      <TextField
        label="Name"
        type="search"
        dir="auto"
        autoComplete="off"
        placeholder="Any, or how it begins"
        leftSection={<IconSearch size={18} stroke={1.75} />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <FilterChip
        selected={choice.activeThisWeek}
        onToggle={() => onChange({ activeThisWeek: !choice.activeThisWeek })}
      >
        Active this week
      </FilterChip>
    </div>
  );
};
