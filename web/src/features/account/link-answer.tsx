import { IconMailCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

interface LinkAnswerProps {
  title: string;
  children: ReactNode;
  /** Where it goes on, and in what words. */
  to: string;
  action: string;
}

/** What became of a link in an e-mail. */
export const LinkAnswer = ({ title, children, to, action }: LinkAnswerProps) => (
  <div role="status">
    <EmptyState
      icon={<IconMailCheck size={28} stroke={1.5} />}
      level={1}
      title={title}
      action={<ButtonLink to={to}>{action}</ButtonLink>}
    >
      <p>{children}</p>
    </EmptyState>
  </div>
);
