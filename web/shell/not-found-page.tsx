import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState, useDocumentTitle } from '../ui/index.ts';

/** For addresses that no page has. */
export function NotFoundPage() {
  useDocumentTitle('Page not found');
  return (
    <EmptyState
      icon={<IconCompass size={26} stroke={1.7} />}
      title="There is no page at this address"
      actions={
        <Button component={Link} to="/">
          Go to the start
        </Button>
      }
    >
      Check the address, or start from your leads.
    </EmptyState>
  );
}
