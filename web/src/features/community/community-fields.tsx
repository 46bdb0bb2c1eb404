import { limits } from '@sameboat/model/limits';
import type { ComponentProps } from 'react';
import { PlaceField } from '../../ui/place-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';

type TextAreaProps = Omit<ComponentProps<typeof TextArea>, 'label'>;

/** Where a community is. */
export const CommunityPlaceField = (props: Omit<ComponentProps<typeof PlaceField>, 'label'>) => (
  <PlaceField
    {...props}
    label="Place"
    description="A town, never an address. Leave it empty if people can be anywhere."
    placeholder="Anywhere"
    optional
  />
);

/** What a community says about itself, in its own words. */
export const CommunityTextFields = ({ about, rules }: { about: TextAreaProps; rules: TextAreaProps }) => (
  <>
    <TextArea
      {...about}
      label="About"
      description="Who it is for, and what you do there."
      rows={4}
      limit={limits.aboutMax}
      optional
    />
    <TextArea
      {...rules}
      label="Rules"
      description="People read them before they join."
      rows={5}
      limit={limits.communityRulesMax}
      optional
    />
  </>
);
