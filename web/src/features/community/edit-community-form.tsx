import { limits } from '@sameboat/model/limits';
import { toDataError } from '../../data/data-error.ts';
import { updateCommunity } from '../../data/update-community.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toasts.ts';
import { useForm } from '../../ui/use-form.ts';
import { CommunityPlaceField, CommunityTextFields } from './community-fields.tsx';
import { changeOf, editFormSchema } from './community-form.ts';
import { editRefusal } from './refusals.ts';

interface EditCommunityFormProps {
  community: CommunityEntry;
  /** A moderator changes the description and the rules only. */
  isFounder: boolean;
}

/** What a community says about itself. The topic stays: people joined for that one. */
export const EditCommunityForm = ({ community, isFounder }: EditCommunityFormProps) => {
  const form = useForm({
    initialValues: {
      name: community.name,
      place: community.place,
      about: community.about,
      rules: community.rules,
      close: false,
    },
    schema: editFormSchema,
    submit: async (input) => {
      try {
        await updateCommunity(community, changeOf(input, isFounder));
        toast('Saved.');
        return {};
      } catch (cause) {
        return editRefusal(toDataError(cause));
      }
    },
  });
  const close = form.choice('close');
  return (
    <Form form={form} label="Details" submitLabel="Save">
      {isFounder ? (
        <>
          <TextField
            {...form.text('name')}
            label="Name"
            description="When you save a new name, the old one is free for others."
            limit={limits.communityNameMax}
          />
          <CommunityPlaceField {...form.choice('place')} />
        </>
      ) : null}
      <CommunityTextFields about={form.text('about')} rules={form.text('rules')} />
      {isFounder && community.visibility === 'open' ? (
        <Checkbox
          label="Close this community"
          description="Nobody can find it then, and people join with a code that you give them. It cannot be opened again."
          name={close.name}
          checked={close.value}
          onChange={(event) => close.onChange(event.currentTarget.checked)}
        />
      ) : null}
    </Form>
  );
};
