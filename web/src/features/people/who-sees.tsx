import type { Audience } from '@sameboat/model/private-profile';
import { audiencesOf, fieldSentence, type ShownField, type Standing } from '@sameboat/model/visibility';
import { IconEye } from '@tabler/icons-react';
import { RadioGroup } from '../../ui/radio-group.tsx';
import classes from './who-sees.module.css';

const labels: Readonly<Record<Audience, string>> = {
  everyone: 'Everyone',
  communities: 'Communities',
  nobody: 'Nobody',
};

interface WhoSeesProps {
  field: ShownField;
  /** "Who can see your bio" */
  label: string;
  standing: Standing;
  value: Audience;
  error: string | undefined;
  onChange: (audience: Audience) => void;
}

/** Who may see one field, and in a sentence who can see it then. */
export const WhoSees = ({ field, label, standing, value, error, onChange }: WhoSeesProps) => (
  <div className={classes.choice}>
    <RadioGroup
      label={label}
      labelHidden
      look="segments"
      options={audiencesOf(field).map((audience) => ({ value: audience, label: labels[audience] }))}
      value={value}
      error={error}
      onChange={onChange}
    />
    <p className={classes.sentence} aria-live="polite">
      <IconEye size={16} stroke={1.75} aria-hidden="true" />
      <span>{fieldSentence(field, value, standing)}</span>
    </p>
  </div>
);
