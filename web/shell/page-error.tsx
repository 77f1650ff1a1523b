import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { ErrorState, useDocumentTitle } from '../ui/index.ts';

/** What stands in place of a page that failed; the frame around it keeps working. */
export function PageError({ error, reset }: ErrorComponentProps) {
  useDocumentTitle('Something went wrong');
  const isOutdated = /dynamically imported module|module script/i.test(String(error));
  if (isOutdated) {
    return (
      <ErrorState
        error={error}
        title="This page could not be loaded"
        actions={<Button onClick={() => window.location.reload()}>Load again</Button>}
      />
    );
  }
  return (
    <ErrorState
      error={error}
      onRetry={reset}
      actions={
        <Button component={Link} to="/leads" variant="default">
          Go to leads
        </Button>
      }
    />
  );
}
