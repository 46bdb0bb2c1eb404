import type { OwnProfile } from '@sameboat/model/own-profile';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { saveProfile } from '../../data/save-profile.ts';
import { type FormSchema, type FormState, useForm } from '../../ui/use-form.ts';
import type { StepProps } from './step-props.ts';

interface StepForm<Values> {
  readonly initialValues: Values;
  readonly schema: FormSchema<Values>;
  /** What the step changes of the profile. */
  readonly toChange: (values: Values) => Partial<OwnProfile>;
  /** After it is stored. */
  readonly afterwards?: (values: Values) => void;
}

/** The form of one step: it stores its part of the profile and goes on. Nothing entered is lost when it cannot. */
export function useStepForm<Values extends Record<string, unknown>>(
  { uid, user, profile, onDone }: StepProps,
  { initialValues, schema, toChange, afterwards }: StepForm<Values>,
): FormState<Values> {
  return useForm<Values, Values>({
    initialValues,
    schema,
    submit: async (values) => {
      try {
        await saveProfile(uid, user, { ...profile, ...toChange(values) });
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) } as Partial<
          Record<Extract<keyof Values, string> | 'form', string>
        >;
      }
      afterwards?.(values);
      onDone();
      return undefined;
    },
  });
}
