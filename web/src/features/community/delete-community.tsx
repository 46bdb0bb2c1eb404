import '@sameboat/model/without-eval';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { deleteCommunity } from '../../data/delete-community.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import classes from './manage-page.module.css';

/** The two ways out for a founder: to hand over, or to delete. */
export const DeleteCommunity = ({ community }: { community: CommunityEntry }) => {
  const [asking, setAsking] = useState(false);
  return (
    <section className={classes.part} aria-labelledby="delete-community">
      <h2 className={classes.title} id="delete-community">
        Hand over or delete
      </h2>
      <p className={classes.note}>
        You can hand the community over to another member: choose one in the member list. Or delete it, with
        its chats and everything in them. Its members are told.
      </p>
      <div className={classes.buttons}>
        <ButtonLink to={`/communities/${community.id}/members`} variant="default">
          Choose a member
        </ButtonLink>
        <Button variant="default" danger onClick={() => setAsking(true)}>
          Delete community
        </Button>
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Delete this community">
        <DeletionForm community={community} onClose={() => setAsking(false)} />
      </Dialog>
    </section>
  );
};

const DeletionForm = ({ community, onClose }: { community: CommunityEntry; onClose: () => void }) => {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '' },
    schema: z.object({
      name: z
        .string()
        .check(
          z.refine(
            (typed) => typed.trim() === community.name,
            'This is not the name. Type it as it stands above.',
          ),
        ),
    }),
    submit: async () => {
      try {
        await deleteCommunity(community.id);
        announce('The community is deleted.');
        await navigate('/discover', { replace: true });
        return undefined;
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) };
      }
    },
  });
  return (
    <Form
      form={form}
      label="Delete this community"
      submitLabel="Delete for everybody"
      danger
      beside={
        <Button variant="default" onClick={onClose} disabled={form.busy}>
          Keep it
        </Button>
      }
    >
      <p>
        This deletes <bdi>{community.name}</bdi> for everybody, with its chats, messages and pictures. It
        cannot be undone.
      </p>
      <TextField {...form.text('name')} label="Type the name of the community" autoComplete="off" />
    </Form>
  );
};
