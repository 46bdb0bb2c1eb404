import { limits } from '@sameboat/model/limits';
import { useNavigate } from 'react-router';
import { createGroupChat } from '../../data/create-group-chat.ts';
import { toDataError } from '../../data/data-error.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import classes from './group-chat-form.module.css';
import { newGroupChatFormSchema } from './group-chat-schemas.ts';
import { groupChatRefusal } from './refusals.ts';

interface GroupChatFormProps {
  uid: string;
  communityId: string;
  onCancel: () => void;
}

const accessOptions = [
  { value: 'open' as const, label: 'Every member of this community' },
  {
    value: 'invite' as const,
    label: 'Members that you invite',
    description: 'Nobody else sees it. It stays by invitation.',
  },
];

/** Name and description of a new group chat, and who may join it. */
export const GroupChatForm = ({ uid, communityId, onCancel }: GroupChatFormProps) => {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', about: '', access: 'open' as 'open' | 'invite' },
    schema: newGroupChatFormSchema,
    submit: async (input) => {
      try {
        const id = await createGroupChat(uid, { communityId, ...input });
        announce('Your group chat is ready.');
        await navigate(input.access === 'invite' ? `/chats/${id}/manage` : `/chats/${id}`);
        return undefined;
      } catch (cause) {
        return { form: groupChatRefusal(toDataError(cause)) };
      }
    },
  });

  return (
    <div className={classes.card}>
      <Form
        form={form}
        label="New group chat"
        submitLabel="Create group chat"
        beside={
          <Button variant="default" onClick={onCancel} disabled={form.busy}>
            Cancel
          </Button>
        }
      >
        <TextField {...form.text('name')} label="Name" autoFocus limit={limits.chatNameMax} />
        <TextArea
          {...form.text('about')}
          label="About"
          description="What it is for, in a sentence or two."
          rows={2}
          limit={limits.chatAboutMax}
          optional
        />
        <RadioGroup {...form.choice('access')} label="Who can join" options={accessOptions} />
      </Form>
    </div>
  );
};
