import '@sameboat/model/without-eval';
import { limits } from '@sameboat/model/limits';
import { personTopicsSchema } from '@sameboat/model/person';
import * as z from 'zod/mini';
import { keepDiscoverChoice, readDiscoverChoice } from '../../data/discover-choice.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TopicField } from '../../ui/topic-field.tsx';
import type { StepProps } from './step-props.ts';
import { useStepForm } from './use-step-form.ts';

const schema = z.object({ topics: personTopicsSchema });

/** What somebody lives with. Discover begins with it. */
export const TopicsStep = (props: StepProps) => {
  const form = useStepForm(props, {
    initialValues: { topics: [...props.profile.topics] },
    schema,
    toChange: ({ topics }) => ({ topics }),
    afterwards: ({ topics }) => keepDiscoverChoice(props.uid, { ...readDiscoverChoice(props.uid), topics }),
  });
  return (
    <Form
      form={form}
      label="Topics"
      submitLabel="Continue"
      beside={
        <Button variant="subtle" onClick={props.onDone}>
          Skip
        </Button>
      }
    >
      <TopicField
        {...form.choice('topics')}
        label="Topics"
        description={`Up to ${limits.topicsPerPerson}.`}
        most={limits.topicsPerPerson}
      />
    </Form>
  );
};
