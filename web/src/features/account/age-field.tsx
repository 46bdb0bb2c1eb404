import { Checkbox } from '../../ui/checkbox.tsx';
import type { FormState } from '../../ui/use-form.ts';

/** Asked of everybody who gets a profile, and kept nowhere: without it there is no profile, and without one no chat. */
export const AgeField = <Values extends { oldEnough: boolean }>({ form }: { form: FormState<Values> }) => {
  const { value, onChange, ...field } = form.choice('oldEnough' as Extract<keyof Values, string>);
  return (
    <Checkbox
      {...field}
      label="I am 16 or older"
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked as typeof value)}
    />
  );
};
