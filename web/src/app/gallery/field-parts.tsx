import type { TopicId } from '@sameboat/model/topics';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { Checkbox, Switch } from '../../ui/checkbox.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TopicField } from '../../ui/topic-field.tsx';
import { Part, State } from './part.tsx';

const towns = ['Aberdeen', 'Bad Berleburg', 'Berlin', 'Bern', 'Graz', 'Lambert', 'Zürich'].map((label) => ({
  value: label,
  label,
}));
const topics = [
  { value: 'anxiety', label: 'Anxiety' },
  { value: 'depression', label: 'Depression' },
];
const wrong = 'Enter an e-mail address in full, like mira@example.org.';

export const FieldParts = () => (
  <>
    <Part name="Text field">
      <State name="rest" wide>
        <TextField label="Display name" description="What others see beside your messages." />
      </State>
      <State name="hover" look="hover" wide>
        <TextField label="Display name" placeholder="A nickname is fine" />
      </State>
      <State name="focus" look="focus" wide>
        <TextField label="Display name" defaultValue="Mira" />
      </State>
      <State name="invalid" wide>
        <TextField label="E-mail" defaultValue="mira@example" error={wrong} />
      </State>
      <State name="invalid, focus" look="focus" wide>
        <TextField label="E-mail" defaultValue="mira@example" error={wrong} />
      </State>
      <State name="disabled" wide>
        <TextField label="Display name" defaultValue="Mira" disabled />
      </State>
      <State name="few characters left" wide>
        <TextField label="Handle" leftSection="@" defaultValue="mira_from_the_lake" limit={20} />
      </State>
      <State name="too long" wide>
        <TextField label="Name" defaultValue="Mira from the lake" limit={15} optional />
      </State>
      <State name="password" wide>
        <PasswordField label="Password" defaultValue="a few plain words" />
      </State>
    </Part>
    <Part name="Text area, select, combobox">
      <State name="text area" wide>
        <TextArea label="About" description="Who it is for, and what you do there." optional />
      </State>
      <State name="text area, invalid" wide>
        <TextArea label="Rules" error="Write at least one rule." />
      </State>
      <State name="select" wide>
        <Select label="Topic" placeholder="Choose a topic" options={topics} defaultValue="" />
      </State>
      <State name="select, invalid" wide>
        <Select
          label="Topic"
          placeholder="Choose a topic"
          options={topics}
          defaultValue=""
          error="Choose a topic."
        />
      </State>
      <State name="select, disabled" wide>
        <Select label="Topic" options={topics} defaultValue="anxiety" disabled />
      </State>
      <Towns />
    </Part>
    <Ticks />
  </>
);

const Towns = () => {
  const [town, setTown] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>('Graz');
  const shared = {
    label: 'Place',
    options: towns,
    placeholder: 'Anywhere',
    nothingFound: 'We do not know this place yet.',
    unknown: (typed: string) => `We do not know “${typed}” yet. Choose the nearest larger town.`,
  };
  return (
    <>
      <State name="combobox" wide>
        <Combobox {...shared} value={town} onChange={setTown} />
      </State>
      <State name="combobox, chosen" wide>
        <Combobox {...shared} label="Home" value={chosen} onChange={setChosen} />
      </State>
      <TopicParts />
    </>
  );
};

const TopicParts = () => {
  const [chosen, setChosen] = useState<TopicId[]>(['grief', 'sleep']);
  return (
    <State name="topics, as many as allowed" wide>
      <TopicField label="Topics" description="Up to 2." value={chosen} most={2} onChange={setChosen} />
    </State>
  );
};

const Ticks = () => {
  const [access, setAccess] = useState<'open' | 'invite'>('open');
  const [scheme, setScheme] = useState<'auto' | 'light' | 'dark'>('auto');
  const [km, setKm] = useState(50);
  const nothing = () => undefined;
  return (
    <>
      <Part name="Checkbox and switch">
        <State name="off" wide>
          <Checkbox label="Show me in the list of members" description="You can change this at any time." />
        </State>
        <State name="on" wide>
          <Checkbox label="I have read the rules" defaultChecked />
        </State>
        <State name="hover" look="hover" wide>
          <Checkbox label="I have read the rules" />
        </State>
        <State name="focus" look="focus-visible" wide>
          <Checkbox label="I have read the rules" />
        </State>
        <State name="invalid" wide>
          <Checkbox label="I have read the rules" error="Read the rules and tick the box to join." />
        </State>
        <State name="disabled" wide>
          <Checkbox label="I have read the rules" disabled defaultChecked />
        </State>
        <State name="switch, off" wide>
          <Switch label="Read receipts" description="Others see how far you have read." />
        </State>
        <State name="switch, on" wide>
          <Switch label="Typing" defaultChecked />
        </State>
        <State name="switch, disabled" wide>
          <Switch label="Typing" disabled />
        </State>
      </Part>
      <Part name="Radio group, segments, slider">
        <State name="list" wide>
          <RadioGroup
            label="Who can join"
            value={access}
            onChange={setAccess}
            options={[
              { value: 'open', label: 'Every member', description: 'Members of the community find it.' },
              { value: 'invite', label: 'By invitation' },
            ]}
          />
        </State>
        <State name="invalid" wide>
          <RadioGroup
            label="Who can join"
            value={null}
            onChange={nothing}
            error="Choose who can join."
            options={[
              { value: 'open', label: 'Every member' },
              { value: 'invite', label: 'By invitation' },
            ]}
          />
        </State>
        <State name="disabled" wide>
          <RadioGroup
            label="Who can join"
            value="open"
            onChange={nothing}
            disabled
            options={[
              { value: 'open', label: 'Every member' },
              { value: 'invite', label: 'By invitation' },
            ]}
          />
        </State>
        <State name="segments" wide>
          <RadioGroup
            label="Appearance"
            look="segments"
            value={scheme}
            onChange={setScheme}
            options={[
              { value: 'auto', label: 'Device', icon: <IconDeviceDesktop size={18} stroke={1.75} /> },
              { value: 'light', label: 'Light', icon: <IconSun size={18} stroke={1.75} /> },
              { value: 'dark', label: 'Dark', icon: <IconMoon size={18} stroke={1.75} /> },
            ]}
          />
        </State>
        <State name="slider" wide>
          <Slider
            label="Distance"
            min={5}
            max={200}
            step={5}
            value={km}
            onChange={setKm}
            words={`within ${km} km`}
          />
        </State>
        <State name="slider, disabled" wide>
          <Slider
            label="Distance"
            min={5}
            max={200}
            value={50}
            onChange={nothing}
            words="within 50 km"
            disabled
          />
        </State>
      </Part>
    </>
  );
};
