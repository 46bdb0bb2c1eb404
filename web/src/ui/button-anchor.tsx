import type { ComponentProps, ReactNode } from 'react';
import classes from './button.module.css';
import { type ButtonLook, toLook } from './button.tsx';

interface ButtonAnchorProps extends Omit<ComponentProps<'a'>, 'className'>, ButtonLook {
  /** What leaves the app: `tel:`, `sms:`, another site. */
  href: string;
  icon?: ReactNode;
}

/** A link out of the app that looks like a button. Inside the app it is ButtonLink. */
export const ButtonAnchor = ({ icon, children, ...rest }: ButtonAnchorProps) => {
  const [look, others] = toLook(rest);
  return (
    <a {...others} {...look} className={classes.button}>
      {icon}
      {children}
    </a>
  );
};
