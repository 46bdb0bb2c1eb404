import { limits } from '@sameboat/model/limits';
import type { OwnProfile } from '@sameboat/model/own-profile';
import type { User } from '@sameboat/model/user';
import type { ShownField, Standing } from '@sameboat/model/visibility';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { saveProfile } from '../../data/save-profile.ts';
import { Switch } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toasts.ts';
import { TopicField } from '../../ui/topic-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import classes from './edit-profile.module.css';
import { fromForm, type ProfileForm, profileFormSchema, toForm } from './profile-form.ts';
import { WhoSees } from './who-sees.tsx';

interface EditProfileProps {
  uid: string;
  user: User;
  profile: OwnProfile;
  communities: Omit<Standing, 'discoverable'>;
}

/** The form of my profile. Beside each field it says who can see it, as soon as a choice is made. */
export const EditProfile = ({ uid, user, profile, communities }: EditProfileProps) => {
  const form = useForm<{ [Name in keyof ProfileForm]: ProfileForm[Name] }, ProfileForm>({
    initialValues: toForm(profile),
    schema: profileFormSchema,
    submit: async (values) => {
      try {
        await saveProfile(uid, user, fromForm(values));
        toast('Your profile is saved.');
        return {};
      } catch (cause) {
        return { form: errorSentence(toDataError(cause)) };
      }
    },
  });
  const { discoverable } = form.values;
  const standing = { ...communities, discoverable };
  const whoSees = (field: ShownField, label: string) => (
    <WhoSees {...form.choice(`${field}For`)} field={field} label={label} standing={standing} />
  );
  const found = form.choice('discoverable');

  return (
    <Form form={form} label="Your profile" submitLabel="Save">
      <p className={classes.lead}>
        Everything here is optional. A nickname and no details is a good way to begin.{' '}
        <Link to="/settings/profile/seen">What others see of me</Link>
      </p>
      <Part>
        <Switch
          label="Let people find me"
          description="By the topics and the place that you show to everyone. People you blocked or who blocked you do not find you."
          checked={found.value}
          error={found.error}
          onChange={(event) => found.onChange(event.currentTarget.checked)}
        />
      </Part>
      <Part>
        <TextArea
          {...form.text('bio')}
          label="Bio"
          description="A few words about you. Leave out what would tell somebody at home or at work who you are."
          limit={limits.bioMax}
        />
        {whoSees('bio', 'Who can see your bio')}
      </Part>
      <Part>
        <TopicField
          {...form.choice('topics')}
          label="Topics"
          description={`What you live with: up to ${limits.topicsPerPerson}.`}
          most={limits.topicsPerPerson}
        />
        {whoSees('topics', 'Who can see your topics')}
      </Part>
      <Part>
        <PlaceField
          {...form.choice('place')}
          label="Place"
          description="A town, never your address."
          placeholder="None"
        />
        {whoSees('place', 'Who can see your place')}
      </Part>
      <Part>
        <div>
          <p className={classes.label}>Last active</p>
          <p className={classes.lead}>Shown as today, this week or this month.</p>
        </div>
        {whoSees('lastActive', 'Who can see when you were last active')}
      </Part>
      <p className={classes.lead}>
        Your name, handle and picture can be seen by everyone with an account.{' '}
        <Link to="/settings/blocked">Blocked people</Link>
      </p>
    </Form>
  );
};

const Part = ({ children }: { children: ReactNode }) => <div className={classes.part}>{children}</div>;
