import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

export const NotFoundPage = () => {
  usePageTitle('Not found');
  return (
    <EmptyState
      icon={<IconMapPinOff size={28} stroke={1.5} />}
      title="There is nothing at this address"
      action={
        <Button component={Link} to="/">
          Go to the start
        </Button>
      }
    >
      <p>It may have been deleted, or the address is not complete.</p>
    </EmptyState>
  );
};
