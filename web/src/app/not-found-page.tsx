import { IconMapPinOff } from '@tabler/icons-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

export const NotFoundPage = () => {
  usePageTitle('Not found');
  return (
    <EmptyState
      icon={<IconMapPinOff size={28} stroke={1.5} />}
      level={1}
      title="There is nothing at this address"
      action={<ButtonLink to="/">Go to the start page</ButtonLink>}
    >
      <p>The page may have been deleted, or part of the address is missing.</p>
    </EmptyState>
  );
};
