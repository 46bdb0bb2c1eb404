import { limits } from '@sameboat/model/limits';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { updateGroupChat } from '../../data/group-chat-acts.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toasts.ts';
import { useForm } from '../../ui/use-form.ts';
import { editGroupChatFormSchema } from './group-chat-schemas.ts';

/** Name and description of a group chat, and whether it takes only people who are invited. */
export const EditChatForm = ({ chat }: { chat: ChatEntry }) => {
  const form = useForm({
    initialValues: { name: chat.name, about: chat.about, close: false },
    schema: editGroupChatFormSchema,
    submit: async ({ close, ...words }) => {
      try {
        await updateGroupChat(chat.id, close ? { ...words, access: 'invite' } : words);
        toast('Saved.');
        return {};
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) };
      }
    },
  });
  const close = form.choice('close');
  return (
    <Form form={form} label="Details" submitLabel="Save">
      <TextField {...form.text('name')} label="Name" limit={limits.chatNameMax} />
      <TextArea
        {...form.text('about')}
        label="About"
        description="What it is for, in a sentence or two."
        rows={2}
        limit={limits.chatAboutMax}
        optional
      />
      {chat.access === 'open' ? (
        <Checkbox
          label="Only by invitation from now on"
          description="Who is in it stays. It cannot be opened again."
          name={close.name}
          checked={close.value}
          onChange={(event) => close.onChange(event.currentTarget.checked)}
        />
      ) : null}
    </Form>
  );
};
