import '@sameboat/model/without-eval';
import * as z from 'zod/mini';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import classes from './join-dialog.module.css';

interface JoinDialogProps {
  open: boolean;
  rules: string;
  onClose: () => void;
  /** Throws DataError; its sentence is shown, or what it resolves to. Undefined when the person is in. */
  onJoin: (choice: { listed: boolean }) => Promise<string | undefined>;
}

const schema = z.object({
  accepted: z.literal(true, 'Read the rules and tick the box to join.'),
  listed: z.boolean(),
});

/** The last step before joining: the rules, to be accepted, and who will see me. */
export const JoinDialog = ({ open, onClose, ...rest }: JoinDialogProps) => (
  <Dialog open={open} onClose={onClose} title="Join this community">
    <JoinForm {...rest} onClose={onClose} />
  </Dialog>
);

const JoinForm = ({ rules, onClose, onJoin }: Omit<JoinDialogProps, 'open'>) => {
  const hasRules = rules.trim() !== '';
  const form = useForm({
    initialValues: { accepted: !hasRules, listed: false },
    schema,
    submit: async ({ listed }) => {
      try {
        const problem = await onJoin({ listed });
        return problem === undefined ? undefined : { form: problem };
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) };
      }
    },
  });
  const accepted = form.choice('accepted');
  const listed = form.choice('listed');
  return (
    <Form
      form={form}
      label="Join this community"
      submitLabel="Join"
      beside={
        <Button variant="default" onClick={onClose} disabled={form.busy}>
          Cancel
        </Button>
      }
    >
      {hasRules ? (
        <>
          <p className={classes.rules} dir="auto">
            {rules}
          </p>
          <Checkbox
            label="I have read the rules and will keep them"
            name={accepted.name}
            checked={accepted.value}
            error={accepted.error}
            onChange={(event) => accepted.onChange(event.currentTarget.checked)}
          />
        </>
      ) : (
        <p className={classes.note}>This community has no rules of its own.</p>
      )}
      <Checkbox
        label="Show me in the member list"
        description="Members will see your name and handle. You can change this at any time. Those who run the community see you either way."
        name={listed.name}
        checked={listed.value}
        onChange={(event) => listed.onChange(event.currentTarget.checked)}
      />
    </Form>
  );
};
