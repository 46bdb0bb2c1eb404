import { Select } from '../../ui/select.tsx';

interface CountryChoiceProps {
  /** The chosen country's code, or '' for none. */
  code: string;
  codes: readonly string[];
  onChoose: (code: string) => void;
}

const names = new Intl.DisplayNames(['en'], { type: 'region' });

export const CountryChoice = ({ code, codes, onChoose }: CountryChoiceProps) => (
  <Select
    label="Country"
    value={code}
    {...(code ? {} : { placeholder: 'Another country' })}
    options={codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label))}
    onChange={(event) => onChoose(event.currentTarget.value)}
  />
);
