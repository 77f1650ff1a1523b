import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState, Page } from '../ui/index.ts';

/** For addresses that no page has. */
export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState
        icon={<IconCompass size={26} stroke={1.7} />}
        title="There is no page at this address"
        actions={
          <Button component={Link} to="/">
            Go to the home page
          </Button>
        }
      >
        Check the address for typing errors.
      </EmptyState>
    </Page>
  );
}
