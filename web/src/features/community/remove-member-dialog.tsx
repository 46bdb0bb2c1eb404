import '@sameboat/model/without-eval';
import { removalReasonSchema } from '@sameboat/model/community-log';
import * as z from 'zod/mini';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { banMember, removeMember } from '../../data/moderate-member.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { RemovalReasonField } from '../../ui/removal-reason-field.tsx';
import { useForm } from '../../ui/use-form.ts';

interface RemoveMemberDialogProps {
  uid: string;
  communityId: string;
  /** Who is to be removed; null while it is closed. */
  target: { readonly uid: string; readonly name: string } | null;
  onClose: () => void;
  onRemoved: (uid: string) => void;
}

const schema = z.object({
  reason: removalReasonSchema,
  isBanned: z.boolean(),
});

/** Asks why, as the person will read it, and whether they may come back. */
export const RemoveMemberDialog = ({ target, onClose, ...rest }: RemoveMemberDialogProps) => (
  <Dialog open={target !== null} onClose={onClose} title="Remove from the community">
    {target === null ? null : <RemovalForm key={target.uid} {...rest} target={target} onClose={onClose} />}
  </Dialog>
);

type RemovalFormProps = RemoveMemberDialogProps & {
  target: NonNullable<RemoveMemberDialogProps['target']>;
};

const RemovalForm = ({ uid, communityId, target, onClose, onRemoved }: RemovalFormProps) => {
  const form = useForm({
    initialValues: { reason: '', isBanned: false },
    schema,
    submit: async ({ reason, isBanned }) => {
      try {
        await (isBanned ? banMember : removeMember)({ uid, communityId, target: target.uid, reason });
        announce('They are no longer a member.');
        onRemoved(target.uid);
        onClose();
        return undefined;
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) };
      }
    },
  });
  const isBanned = form.choice('isBanned');
  return (
    <Form
      form={form}
      label="Remove from the community"
      submitLabel="Remove"
      danger
      beside={
        <Button variant="default" onClick={onClose} disabled={form.busy}>
          Cancel
        </Button>
      }
    >
      <p>
        <bdi>{target.name}</bdi> leaves the community and its group chats. What they wrote stays.
      </p>
      <RemovalReasonField {...form.text('reason')} />
      <Checkbox
        label="They cannot come back"
        description="You can let them back in at any time."
        name={isBanned.name}
        checked={isBanned.value}
        onChange={(event) => isBanned.onChange(event.currentTarget.checked)}
      />
    </Form>
  );
};
