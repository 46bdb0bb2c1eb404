import { DataError } from '../../data/data-error.ts';
import { changeHandle } from '../../data/session/change-names.ts';
import { isHandleFree } from '../../data/session/claim-profile.ts';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.ts';
import { useForm } from '../../ui/use-form.ts';
import { HANDLE_TAKEN } from './account-sentences.ts';
import { nameProblem } from './name-problem.ts';
import { changeHandleSchema } from './new-account-schemas.ts';
import { HandleField } from './profile-fields.tsx';
import { useHandleCheck } from './use-handle-check.ts';

interface HandleFormProps {
  uid: string;
  current: string;
  onDone: () => void;
}

export const HandleForm = ({ uid, current, onDone }: HandleFormProps) => {
  const form = useForm({
    initialValues: { handle: current },
    schema: changeHandleSchema,
    submit: async ({ handle }) => {
      try {
        if (handle !== current) await changeHandle({ uid, from: current, to: handle });
      } catch (cause) {
        return cause instanceof DataError && cause.code === 'name-taken'
          ? { handle: HANDLE_TAKEN }
          : { form: nameProblem(cause) };
      }
      onDone();
      toast('Your handle is changed.');
      return undefined;
    },
  });
  const typed = form.values.handle;
  const check = useHandleCheck(form.busy || typed === current ? '' : typed, isHandleFree);
  return (
    <Form form={form} submitLabel="Save" wideButton>
      <HandleField form={form} check={check} />
      <p>Your old handle is free for others at once. You can change it twice a day.</p>
    </Form>
  );
};
