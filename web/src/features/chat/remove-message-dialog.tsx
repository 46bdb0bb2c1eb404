import '@sameboat/model/without-eval';
import { removalReasonSchema } from '@sameboat/model/community-log';
import * as z from 'zod/mini';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { removeMessage } from '../../data/remove-message.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { RemovalReasonField } from '../../ui/removal-reason-field.tsx';
import { useForm } from '../../ui/use-form.ts';

interface RemoveMessageDialogProps {
  chatId: string;
  /** What is to be removed; null while it is closed. */
  target: { readonly messageId: string; readonly author: string } | null;
  onClose: () => void;
}

const schema = z.object({ reason: removalReasonSchema });

/** Asks those who run a community why they remove a message, as its author will read it. */
export const RemoveMessageDialog = ({ target, onClose, ...rest }: RemoveMessageDialogProps) => (
  <Dialog open={target !== null} onClose={onClose} title="Remove this message">
    {target === null ? null : (
      <RemovalForm key={target.messageId} {...rest} target={target} onClose={onClose} />
    )}
  </Dialog>
);

type RemovalFormProps = RemoveMessageDialogProps & {
  target: NonNullable<RemoveMessageDialogProps['target']>;
};

const RemovalForm = ({ chatId, target, onClose }: RemovalFormProps) => {
  const form = useForm({
    initialValues: { reason: '' },
    schema,
    submit: async ({ reason }) => {
      try {
        await removeMessage({ chatId, messageId: target.messageId, reason });
        announce('The message was removed.');
        onClose();
        return undefined;
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) };
      }
    },
  });
  return (
    <Form
      form={form}
      label="Remove this message"
      submitLabel="Remove"
      danger
      beside={
        <Button variant="default" onClick={onClose} disabled={form.busy}>
          Cancel
        </Button>
      }
    >
      <p>
        What <bdi>{target.author}</bdi> wrote here is deleted for everybody. “Message removed by a moderator”
        stays in its place.
      </p>
      <RemovalReasonField {...form.text('reason')} />
    </Form>
  );
};
