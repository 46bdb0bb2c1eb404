import { topics } from '@sameboat/model/topics';
import { useState } from 'react';
import { AREAS_KM, type DiscoverChoice } from '../../data/discover-choice.ts';
import { Button } from '../../ui/button.tsx';
import { FilterChip } from '../../ui/chip.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import classes from './discover-filters.module.css';

interface DiscoverFiltersProps {
  choice: DiscoverChoice;
  onChange: (change: Partial<DiscoverChoice>) => void;
}

/** On a wide screen so many topics stand there before somebody asks for all. On a phone all are in one row. */
const FIRST = 10;

/** Topics to switch on and off, a place, and how far around it. */
export const DiscoverFilters = ({ choice, onChange }: DiscoverFiltersProps) => {
  const [all, setAll] = useState(false);
  return (
    <div className={classes.filters}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips everywhere */}
      <div role="group" aria-label="Topics" className={classes.chips}>
        {topics.map(({ id, name }, index) => {
          const selected = choice.topics.includes(id);
          return (
            <span
              key={id}
              className={classes.topic}
              data-rest={(!all && !selected && index >= FIRST) || undefined}
            >
              <FilterChip
                selected={selected}
                onToggle={() =>
                  onChange({
                    topics: selected ? choice.topics.filter((other) => other !== id) : [...choice.topics, id],
                  })
                }
              >
                {name}
              </FilterChip>
            </span>
          );
        })}
        <span className={classes.more}>
          <Button
            variant="subtle"
            size="small"
            aria-expanded={all}
            onClick={() => setAll((before) => !before)}
          >
            {all ? 'Fewer topics' : 'More topics'}
          </Button>
        </span>
      </div>
      <div className={classes.area}>
        <PlaceField
          label="Place"
          placeholder="Anywhere"
          value={choice.place}
          onChange={(place) => onChange({ place })}
        />
        {choice.place ? (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div role="group" aria-label="Distance" className={classes.chips}>
            {AREAS_KM.map((km) => (
              <FilterChip
                key={km}
                selected={choice.withinKm === km}
                onToggle={() => onChange({ withinKm: km })}
              >
                {`within ${km} km`}
              </FilterChip>
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
};
