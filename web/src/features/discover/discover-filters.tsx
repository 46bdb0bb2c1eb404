import { topics } from '@sameboat/model/topics';
import { FilterChip } from '../../ui/chip.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { AREAS_KM, type DiscoverChoice } from './discover-filter.ts';
import classes from './discover-filters.module.css';

interface DiscoverFiltersProps {
  choice: DiscoverChoice;
  onChange: (change: Partial<DiscoverChoice>) => void;
}

/** Topics to switch on and off, a place, and how far around it. */
export const DiscoverFilters = ({ choice, onChange }: DiscoverFiltersProps) => (
  <div className={classes.filters}>
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips everywhere */}
    <div role="group" aria-label="Topics" className={classes.chips}>
      {topics.map((topic) => (
        <FilterChip
          key={topic.id}
          selected={choice.topics.includes(topic.id)}
          onToggle={() =>
            onChange({
              topics: choice.topics.includes(topic.id)
                ? choice.topics.filter((id) => id !== topic.id)
                : [...choice.topics, topic.id],
            })
          }
        >
          {topic.name}
        </FilterChip>
      ))}
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
