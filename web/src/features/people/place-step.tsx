import '@sameboat/model/without-eval';
import { type Place, placeSchema } from '@sameboat/model/place';
import * as z from 'zod/mini';
import { keepDiscoverChoice, readDiscoverChoice } from '../../data/discover-choice.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import type { StepProps } from './step-props.ts';
import { useStepForm } from './use-step-form.ts';

const schema = z.object({ place: z.nullable(placeSchema) });

/** Where somebody is, as a town. Discover begins around it. */
export const PlaceStep = (props: StepProps) => {
  const form = useStepForm<{ place: Place | null }>(props, {
    initialValues: { place: props.profile.place },
    schema,
    toChange: ({ place }) => ({ place }),
    afterwards: ({ place }) => keepDiscoverChoice(props.uid, { ...readDiscoverChoice(props.uid), place }),
  });
  return (
    <Form
      form={form}
      label="Place"
      submitLabel="Continue"
      beside={
        <Button variant="subtle" onClick={props.onDone}>
          Skip
        </Button>
      }
    >
      <PlaceField {...form.choice('place')} label="Place" placeholder="None" />
    </Form>
  );
};
