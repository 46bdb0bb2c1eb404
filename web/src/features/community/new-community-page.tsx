import { limits } from '@sameboat/model/limits';
import type { Place } from '@sameboat/model/place';
import { topics } from '@sameboat/model/topics';
import { useNavigate } from 'react-router';
import { createCommunity } from '../../data/create-community.ts';
import { toDataError } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useSignIn } from '../../data/session/use-sign-in.ts';
import { announce } from '../../ui/announcer.tsx';
import { Form } from '../../ui/form.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CommunityPlaceField, CommunityTextFields } from './community-fields.tsx';
import { communityFormSchema, RULES_TO_BEGIN_WITH } from './community-form.ts';
import classes from './new-community-page.module.css';
import { communityRefusal } from './refusals.ts';

const CONFIRM_FIRST =
  'To found a community, first confirm your e-mail address: open the link that we sent you. What you enter here stays.';

const visibilityOptions = [
  {
    value: 'open' as const,
    label: 'Everybody with an account',
    description: 'They find it in Discover. You can close it later.',
  },
  {
    value: 'closed' as const,
    label: 'People with its code',
    description: 'Nobody can find it. You give the code, or a link, to those you invite. It stays closed.',
  },
];

const topicOptions = topics.map(({ id, name }) => ({ value: id, label: name }));

/** `/communities/new`: six things about a new community. */
export const NewCommunityPage = () => {
  usePageTitle('New community');
  const uid = useUid();
  const { emailVerified } = useSignIn();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      name: '',
      topic: '',
      place: null as Place | null,
      about: '',
      rules: RULES_TO_BEGIN_WITH,
      visibility: 'open' as 'open' | 'closed',
    },
    schema: communityFormSchema,
    submit: async (input) => {
      if (!emailVerified) return { form: CONFIRM_FIRST };
      try {
        const id = await createCommunity(uid, input);
        announce('Your community is ready.');
        await navigate(input.visibility === 'closed' ? `/communities/${id}/manage` : `/communities/${id}`, {
          replace: true,
        });
        return undefined;
      } catch (cause) {
        return communityRefusal(toDataError(cause));
      }
    },
  });

  return (
    <>
      <PageHeader title="New community" back={{ to: '/discover', label: 'Back to Discover' }} />
      <PageBody>
        <div className={classes.form}>
          {emailVerified ? null : <p className={classes.first}>{CONFIRM_FIRST}</p>}
          <Form form={form} label="New community" submitLabel="Create community">
            <TextField
              {...form.text('name')}
              label="Name"
              description="People find the community by this name. It does not have to say what it is about."
              limit={limits.communityNameMax}
            />
            <Select
              {...form.text('topic')}
              label="Topic"
              placeholder="Choose a topic"
              options={topicOptions}
            />
            <CommunityPlaceField {...form.choice('place')} />
            <CommunityTextFields about={form.text('about')} rules={form.text('rules')} />
            <RadioGroup {...form.choice('visibility')} label="Who can join" options={visibilityOptions} />
            <p className={classes.note}>Only members see its chats and who is in it.</p>
          </Form>
        </div>
      </PageBody>
    </>
  );
};
