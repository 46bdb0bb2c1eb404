import { chatAboutSchema, chatNameSchema } from '@sameboat/model/chat';
import { firstProblem } from '@sameboat/model/text';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { createGroupChat } from '../../data/create-group-chat.ts';
import { toDataError } from '../../data/data-error.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import classes from './group-chat-form.module.css';
import { groupChatRefusal } from './refusals.ts';

interface GroupChatFormProps {
  uid: string;
  communityId: string;
  onCancel: () => void;
}

/** Name and description of a new group chat. Every member of the community may join it. */
export const GroupChatForm = ({ uid, communityId, onCancel }: GroupChatFormProps) => {
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const [problems, setProblems] = useState<{ name?: string; about?: string; all?: string }>({});
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const input = { name: name.normalize('NFKC').trim(), about: about.trim() };
    const wrong = problemsOf(input);
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    setCreating(true);
    try {
      const id = await createGroupChat(uid, { communityId, ...input });
      announce('Your group chat is ready.');
      navigate(`/chats/${id}`);
    } catch (cause) {
      setProblems({ all: groupChatRefusal(toDataError(cause)) });
      setCreating(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={create} noValidate aria-label="New group chat">
      <TextField
        label="Name"
        autoFocus
        value={name}
        error={problems.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextArea
        label="About"
        description="What it is for, in a sentence or two. You can leave this empty."
        rows={2}
        value={about}
        error={problems.about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      <p className={classes.note}>Every member of this community can join it.</p>
      {problems.all ? <p role="alert">{problems.all}</p> : null}
      <div className={classes.buttons}>
        <Button type="submit" busy={creating}>
          Create group chat
        </Button>
        <Button variant="default" onClick={onCancel} disabled={creating}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

function problemsOf(input: { name: string; about: string }): { name?: string; about?: string } {
  const name = chatNameSchema.safeParse(input.name);
  const about = chatAboutSchema.safeParse(input.about);
  return {
    ...(name.success ? {} : { name: firstProblem(name.error) }),
    ...(about.success ? {} : { about: firstProblem(about.error) }),
  };
}
