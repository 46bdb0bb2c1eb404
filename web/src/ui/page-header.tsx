import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { HelpLink } from './help-link.tsx';
import classes from './page-header.module.css';

interface PageHeaderProps {
  /** The screen's one `h1`. A name that a person wrote is passed as `<bdi>name</bdi>`. */
  title: ReactNode;
  /** One quiet line under the title. */
  subtitle?: ReactNode;
  /** Where "back" leads, and its spoken name ("Back to chats"). That screen is found where it was left. */
  back?: { to: string; label: string };
  /** Hide `back` on wide screens, where the list it leads to is on screen anyway. */
  backOnPhoneOnly?: boolean;
  /** Stands before the title: an avatar. */
  leading?: ReactNode;
  /** Buttons before Help. */
  actions?: ReactNode;
  /** 2 when another pane on screen has the screen's title. */
  level?: 1 | 2;
  /** Leave Help out on wide screens, where the pane beside this one has it at the window's edge. */
  helpOnPhoneOnly?: boolean;
}

/** The head of a screen inside the shell: back, title, actions, and Help always last. */
export const PageHeader = ({
  title,
  subtitle,
  back,
  backOnPhoneOnly = false,
  leading,
  actions,
  level = 1,
  helpOnPhoneOnly = false,
}: PageHeaderProps) => {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className={classes.header}>
      {back ? (
        <Link
          to={back.to}
          state={{ back: true }}
          aria-label={back.label}
          className={classes.back}
          data-phone-only={backOnPhoneOnly || undefined}
        >
          <IconArrowLeft size={20} stroke={1.75} aria-hidden="true" className={classes.arrow} />
        </Link>
      ) : null}
      {leading}
      <div className={classes.words}>
        <Heading className={classes.title}>{title}</Heading>
        {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
      </div>
      <div className={classes.actions}>
        {actions}
        <span className={classes.help} data-phone-only={helpOnPhoneOnly || undefined}>
          <HelpLink />
        </span>
      </div>
    </header>
  );
};
