import type { FieldControl, FieldProps } from './field.tsx';

export interface ComboboxOption {
  value: string;
  label: string;
}

export interface ComboboxProps extends Omit<FieldProps, 'count'> {
  /** All there are; with `find` only the chosen one, for its label. */
  options: readonly ComboboxOption[];
  /**
   * For a list that is too long to be here: looks up what fits the typed words, best first, or what to offer while
   * nothing is typed. Rejects with an error whose message is a sentence for the person.
   */
  find?: (typed: string) => Promise<readonly ComboboxOption[]>;
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Said under the list's head when nothing matches. */
  nothingFound: string;
  /** Said under the field when somebody leaves it with words that match nothing. */
  unknown: (typed: string) => string;
}

export interface ComboboxControlProps
  extends Omit<ComboboxProps, 'label' | 'description' | 'error' | 'optional' | 'unknown'>,
    FieldControl {
  /** Names the button that clears it. */
  label: string;
  autoFocus: boolean;
  isUnmatched: boolean;
  /** The words that matched nothing when the field was left; '' once they are mended. */
  onUnmatched: (typed: string) => void;
}
