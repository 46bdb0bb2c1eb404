import { IconDots, IconPin, IconSend, IconTrash } from '@tabler/icons-react';
import { Button, type ButtonLook } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './gallery.module.css';
import { type Look, Part, State } from './part.tsx';

const icon = { size: 20, stroke: 1.75 };
const variants = ['filled', 'default', 'light', 'subtle'] as const;
const looks: readonly { name: string; look?: Look }[] = [
  { name: 'rest' },
  { name: 'hover', look: 'hover' },
  { name: 'focus', look: 'focus-visible' },
  { name: 'active', look: 'active' },
];

export const ButtonParts = () => (
  <>
    {variants.map((variant) => (
      <Part key={variant} name={`Button, ${variant}`}>
        <States variant={variant} />
        <span className={classes.full} />
        <States variant={variant} danger />
      </Part>
    ))}
    <Part name="Button, sizes and kinds">
      <State name="small">
        <Button size="small">Join</Button>
      </State>
      <State name="with an icon">
        <Button icon={<IconSend {...icon} />}>Send</Button>
      </State>
      <State name="link">
        <ButtonLink to="/ui">Open</ButtonLink>
      </State>
      <State name="quiet link">
        <ButtonLink to="/ui" quiet>
          Open
        </ButtonLink>
      </State>
      <State name="wide" wide>
        <Button wide>Create account</Button>
      </State>
    </Part>
    <Part name="Icon button">
      {looks.map(({ name, look }) => (
        <State key={name} name={name} {...(look ? { look } : {})}>
          <IconButton label="More" withoutTooltip icon={<IconDots {...icon} />} />
        </State>
      ))}
      <State name="open">
        <IconButton label="More" icon={<IconDots {...icon} />} aria-expanded />
      </State>
      <State name="pressed">
        <IconButton label="Pin" icon={<IconPin {...icon} />} aria-pressed />
      </State>
      <State name="disabled">
        <IconButton label="Pin" icon={<IconPin {...icon} />} disabled />
      </State>
      <State name="busy">
        <IconButton label="Pin" icon={<IconPin {...icon} />} busy />
      </State>
      <State name="danger, hover" look="hover">
        <IconButton label="Delete" icon={<IconTrash {...icon} />} danger />
      </State>
      <State name="filled">
        <IconButton label="Send" icon={<IconSend {...icon} />} variant="filled" />
      </State>
      <State name="with a line">
        <IconButton label="Send" icon={<IconSend {...icon} />} variant="default" />
      </State>
      <State name="36">
        <IconButton label="More" size={36} icon={<IconDots {...icon} />} />
      </State>
      <State name="32">
        <IconButton label="More" size={32} icon={<IconDots {...icon} />} />
      </State>
    </Part>
  </>
);

const States = (look: ButtonLook) => {
  const words = look.danger ? 'Leave' : 'Save';
  return (
    <>
      {looks.map(({ name, look: forced }) => (
        <State key={name} name={name} {...(forced ? { look: forced } : {})}>
          <Button {...look}>{words}</Button>
        </State>
      ))}
      <State name="disabled">
        <Button {...look} disabled>
          {words}
        </Button>
      </State>
      <State name="busy">
        <Button {...look} busy>
          {words}
        </Button>
      </State>
    </>
  );
};
