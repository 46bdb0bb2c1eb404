import { changeDisplayName } from '../../data/session/change-names.ts';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.ts';
import { useForm } from '../../ui/use-form.ts';
import { nameProblem } from './name-problem.ts';
import { changeDisplayNameSchema } from './new-account-schemas.ts';
import { DisplayNameField } from './profile-fields.tsx';

interface DisplayNameFormProps {
  uid: string;
  current: string;
  onDone: () => void;
}

export const DisplayNameForm = ({ uid, current, onDone }: DisplayNameFormProps) => {
  const form = useForm({
    initialValues: { displayName: current },
    schema: changeDisplayNameSchema,
    submit: async ({ displayName }) => {
      try {
        if (displayName !== current) await changeDisplayName(uid, displayName);
      } catch (cause) {
        return { form: nameProblem(cause) };
      }
      onDone();
      toast('Your display name is changed.');
      return undefined;
    },
  });
  return (
    <Form form={form} submitLabel="Save" wideButton>
      <DisplayNameField form={form} />
    </Form>
  );
};
