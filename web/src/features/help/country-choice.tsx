import classes from './country-choice.module.css';

interface CountryChoiceProps {
  /** The chosen country's code, or '' for none. */
  code: string;
  codes: readonly string[];
  onChoose: (code: string) => void;
}

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** The browser's own list, for it is the one that every phone and every screen reader handles well. */
export const CountryChoice = ({ code, codes, onChoose }: CountryChoiceProps) => {
  const options = codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <label className={classes.choice}>
      <span className={classes.label}>Country</span>
      <select
        value={code}
        onChange={(event) => onChoose(event.currentTarget.value)}
        className={classes.select}
      >
        {code ? null : <option value="">Another country</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
};
