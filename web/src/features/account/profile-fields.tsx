import { limits } from '@sameboat/model/limits';
import { TextField } from '../../ui/text-field.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { HANDLE_TAKEN } from './account-sentences.ts';
import { toHandle } from './new-account-schemas.ts';
import type { HandleCheck } from './use-handle-check.ts';

interface HandleFieldProps<Values extends { handle: string }> {
  form: FormState<Values>;
  /** What is known about the handle that stands in the field. */
  check: HandleCheck;
}

const notes: Readonly<Record<HandleCheck, string>> = {
  unknown: 'Lower-case letters and numbers. It does not have to say who you are.',
  checking: 'Checking whether it is free …',
  free: 'This handle is free.',
  taken: 'Lower-case letters and numbers. It does not have to say who you are.',
};

/** The name that is a person's alone. */
export const HandleField = <Values extends { handle: string }>({ form, check }: HandleFieldProps<Values>) => {
  const handle = form.text('handle' as Extract<keyof Values, string>, toHandle);
  return (
    <TextField
      {...handle}
      label="Handle"
      description={<span role="status">{notes[check]}</span>}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      leftSection="@"
      limit={limits.handleMax}
      error={handle.error ?? (check === 'taken' ? HANDLE_TAKEN : undefined)}
    />
  );
};

/** The name that others read. */
export const DisplayNameField = <Values extends { displayName: string }>({
  form,
}: {
  form: FormState<Values>;
}) => (
  <TextField
    {...form.text('displayName' as Extract<keyof Values, string>)}
    label="Display name"
    description="Others see it beside your messages. A nickname is fine."
    autoComplete="nickname"
    limit={limits.displayNameMax}
  />
);

/** Both, as a new account asks for them. */
export const ProfileFields = <Values extends { handle: string; displayName: string }>({
  form,
  check,
}: HandleFieldProps<Values>) => (
  <>
    <HandleField form={form} check={check} />
    <DisplayNameField form={form} />
  </>
);
