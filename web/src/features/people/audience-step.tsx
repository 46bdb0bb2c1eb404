import '@sameboat/model/without-eval';
import { audienceSchema } from '@sameboat/model/private-profile';
import * as z from 'zod/mini';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import classes from './set-up-page.module.css';
import type { StepProps } from './step-props.ts';
import { useStepForm } from './use-step-form.ts';
import { WhoSees } from './who-sees.tsx';

const schema = z.object({ discoverable: z.boolean(), topics: audienceSchema, place: audienceSchema });

/** Who sees what was chosen before, and how to stay unknown. */
export const AudienceStep = (props: StepProps) => {
  const { profile, communities } = props;
  const form = useStepForm(props, {
    initialValues: {
      discoverable: profile.discoverable,
      topics: profile.shows.topics,
      place: profile.shows.place,
    },
    schema,
    toChange: ({ discoverable, topics, place }) => ({
      discoverable,
      shows: { ...profile.shows, topics, place },
    }),
  });
  const found = form.choice('discoverable');
  const standing = { ...communities, discoverable: found.value };
  return (
    <Form
      form={form}
      label="Who can see what"
      submitLabel="Finish"
      beside={
        <Button variant="subtle" onClick={props.onDone}>
          Skip
        </Button>
      }
    >
      <Switch
        label="Let people find me"
        description="By the topics and the place that you show to everyone."
        checked={found.value}
        error={found.error}
        onChange={(event) => found.onChange(event.currentTarget.checked)}
      />
      {profile.topics.length > 0 ? (
        <div className={classes.choice}>
          <p className={classes.label}>Topics</p>
          <WhoSees
            {...form.choice('topics')}
            field="topics"
            label="Who can see your topics"
            standing={standing}
          />
        </div>
      ) : null}
      {profile.place ? (
        <div className={classes.choice}>
          <p className={classes.label}>Place</p>
          <WhoSees
            {...form.choice('place')}
            field="place"
            label="Who can see your place"
            standing={standing}
          />
        </div>
      ) : null}
      <section className={classes.tips}>
        <h2>Staying unknown</h2>
        <ul>
          <li>Use a name that nobody at home, at work or at school knows you by.</li>
          <li>Leave out your street, your employer, and what only one person could tell.</li>
          <li>In a community, members see you only in the chats you join, until you choose to be listed.</li>
        </ul>
      </section>
    </Form>
  );
};
