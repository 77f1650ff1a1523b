import { Button } from '@mantine/core';
import { explainError } from '../../api/client.ts';
import { shared } from '../words/catalogue.ts';

/** Says briefly what failed, with a way to try again: for a panel among others that work. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert">
      <p className="ll-note">{explainError(error)}</p>
      <Button mt="xs" size="compact-sm" variant="default" onClick={onRetry}>
        {shared('action.tryAgain')}
      </Button>
    </div>
  );
}
