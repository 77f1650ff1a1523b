import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { connection, useConnection } from '../api/connection.ts';
import { CodeMissingError, reloadForRelease } from '../ui/load-code.ts';
import { useDocumentTitle } from '../ui/page.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { shared } from '../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** Shown in place of a page that failed; the frame around it keeps working. */
export function PageError({ error, reset }: ErrorComponentProps) {
  useDocumentTitle(shared('wentWrong'));
  if (error instanceof CodeMissingError) return <CodeMissing />;
  return (
    <ErrorState
      error={error}
      onRetry={reset}
      actions={
        <Button component={Link} to="/" variant="default">
          {t('failed.goHome')}
        </Button>
      }
    />
  );
}

/**
 * Shown when the code of a page couldn't be loaded. If the server is reachable, it has another release, so the page
 * reloads itself once. If not, it waits for the server.
 */
function CodeMissing() {
  const state = useConnection();
  const [trying, setTrying] = useState(false);
  async function tryAgain() {
    setTrying(true);
    const isThere = await connection.tryNow();
    if (isThere) window.location.reload();
    else setTrying(false);
  }
  useEffect(() => {
    if (state === 'up') void reloadForRelease();
  }, [state]);
  return (
    <div role="alert">
      <EmptyState
        icon={<IconPlugConnectedX size={26} stroke={1.7} />}
        tone="bad"
        title={shared('pageFailed')}
        actions={
          <Button loading={trying} onClick={() => void tryAgain()}>
            {shared('action.tryAgain')}
          </Button>
        }
      >
        {t(`codeMissing.${state}`)}
      </EmptyState>
    </div>
  );
}
