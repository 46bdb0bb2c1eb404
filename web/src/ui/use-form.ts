import { useForm as useKitForm } from '@mantine/form';
import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** What a zod schema of the model is, as far as a form goes. */
export interface FormSchema<Output> {
  safeParse(values: unknown):
    | { success: true; data: Output }
    | {
        success: false;
        error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
      };
}

/** A sentence for each field that is wrong; `form` for what belongs to none. */
export type FormProblems<Values> = Partial<Record<Extract<keyof Values, string> | 'form', string>>;

interface FormOptions<Values, Output> {
  initialValues: Values;
  /** Checks all values together and turns them into what `submit` takes: trimmed, narrowed. */
  schema: FormSchema<Output>;
  /**
   * Sends the form and answers with what was refused. `undefined` when all went well and another screen follows: the
   * button turns until then. `{}` when all went well and the form stays. Must not throw.
   */
  submit: (values: Output) => Promise<FormProblems<Values> | undefined>;
  /** Known to be wrong from the start: what another screen found out. */
  initialProblems?: FormProblems<Values>;
}

interface FieldProps<Value> {
  name: string;
  value: Value;
  error: string | undefined;
}

type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

export interface FormState<Values> {
  ref: RefObject<HTMLFormElement | null>;
  busy: boolean;
  /** What is wrong with the form as a whole. */
  problem: string | undefined;
  values: Values;
  onSubmit: (event: FormEvent) => void;
  /** For what people type: TextField, TextArea, Select, PasswordField. `clean` is put over every key: lower case. */
  text: (
    name: Extract<keyof Values, string>,
    clean?: (typed: string) => string,
  ) => FieldProps<string> & { onChange: (event: Typed) => void };
  /** For what they choose: Combobox, RadioGroup, PlaceField. */
  choice: <Name extends Extract<keyof Values, string>>(
    name: Name,
  ) => FieldProps<Values[Name]> & { onChange: (value: Values[Name]) => void };
}

/**
 * The one way to make a form. Nothing is refused before the form is sent; then the first wrong field has the focus, its
 * sentence stays until it is mended, and nothing that was entered is lost.
 */
export function useForm<Values extends Record<string, unknown>, Output>({
  initialValues,
  schema,
  submit,
  initialProblems = {},
}: FormOptions<Values, Output>): FormState<Values> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(initialProblems.form);
  const [refusals, setRefusals] = useState(0);
  const ref = useRef<HTMLFormElement>(null);
  const { form: _, ...fieldProblems } = initialProblems;
  const form = useKitForm<Values>({
    initialValues,
    initialErrors: fieldProblems,
    validate: (values) => problemsOf(schema.safeParse(values)),
    // Once it was refused, each field is looked at again as it is mended.
    validateInputOnChange: refusals > 0,
  });

  // After the errors are on screen: the first wrong field may stand above what is in sight.
  useEffect(() => {
    if (refusals > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const refuse = ({ form: whole, ...fields }: FormProblems<Values>) => {
    form.setErrors(fields);
    setProblem(whole);
    setBusy(false);
    setRefusals((before) => before + 1);
  };

  const send = async () => {
    const checked = schema.safeParse(form.getValues());
    // A combobox whose words match nothing: its value says nothing of them, and they must not be dropped.
    const unsettled = ref.current?.querySelector('[data-unmatched]') != null;
    if (!checked.success || unsettled) {
      refuse(problemsOf(checked) as FormProblems<Values>);
      return;
    }
    form.clearErrors();
    setProblem(undefined);
    setBusy(true);
    const refused = await submit(checked.data);
    if (refused !== undefined) refuse(refused);
  };

  const props = (name: string) => {
    const error: unknown = form.errors[name];
    return { name, error: typeof error === 'string' ? error : undefined };
  };
  const set = (name: string, value: unknown) => form.setFieldValue(name, value as never);

  return {
    ref,
    busy,
    problem,
    values: form.values,
    onSubmit: (event) => {
      event.preventDefault();
      if (!busy) void send();
    },
    text: (name, clean = (typed) => typed) => ({
      ...props(name),
      value: form.values[name] as string,
      onChange: (event) => set(name, clean(event.currentTarget.value)),
    }),
    choice: (name) => ({
      ...props(name),
      value: form.values[name],
      onChange: (value) => set(name, value),
    }),
  };
}

/** The first sentence for each field. */
function problemsOf(result: ReturnType<FormSchema<unknown>['safeParse']>): Record<string, string> {
  if (result.success) return {};
  const problems: Record<string, string> = {};
  for (const { path, message } of result.error.issues) problems[String(path[0] ?? 'form')] ??= message;
  return problems;
}
