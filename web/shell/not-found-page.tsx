import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { t } from './catalogue.ts';

/** Shown at addresses without a page. */
export function NotFoundPage() {
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        icon={<IconCompass size={26} stroke={1.7} />}
        title={t('notFound.heading')}
        actions={
          <Button component={Link} to="/">
            {t('notFound.goHome')}
          </Button>
        }
      >
        {t('notFound.hint')}
      </EmptyState>
    </Page>
  );
}
