import { type TopicId, topics } from '@sameboat/model/topics';
import { useId } from 'react';
import { FilterChip } from './chip.tsx';
import { FieldError } from './field.tsx';
import classes from './topic-field.module.css';

interface TopicFieldProps {
  label: string;
  /** One quiet sentence under the label. */
  description?: string;
  error?: string | undefined;
  value: readonly TopicId[];
  /** So many can be chosen; the others are off then. */
  most: number;
  onChange: (topics: TopicId[]) => void;
}

/** Some of the topics, all in sight. */
export const TopicField = ({ label, description, error, value, most, onChange }: TopicFieldProps) => {
  const id = useId();
  return (
    <fieldset className={classes.field} aria-describedby={description ? `${id}-note` : undefined}>
      <legend className={classes.label}>{label}</legend>
      {description ? (
        <p id={`${id}-note`} className={classes.note}>
          {description}
        </p>
      ) : null}
      <div className={classes.chips}>
        {topics.map((topic) => {
          const selected = value.includes(topic.id);
          return (
            <FilterChip
              key={topic.id}
              selected={selected}
              disabled={!selected && value.length >= most}
              onToggle={() =>
                onChange(selected ? value.filter((other) => other !== topic.id) : [...value, topic.id])
              }
            >
              {topic.name}
            </FilterChip>
          );
        })}
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
    </fieldset>
  );
};
