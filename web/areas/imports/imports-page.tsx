import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { useMe } from '../../api/queries.ts';
import {
  type Column,
  DataTable,
  ForbiddenPage,
  Loaded,
  RowsSkeleton,
  Stack,
} from '../../ui/content/index.ts';
import { EmptyState, Page, Panel, RelativeTime, useLocale } from '../../ui/index.ts';
import { isolated } from '../../ui/rich-text.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { FileDrop } from './file-drop.tsx';
import { wordResult } from './import-words.ts';
import classes from './imports.module.css';
import { importsQuery } from './imports-data.ts';
import { UndoDialog } from './undo-dialog.tsx';

/** Where files of leads are brought, and what became of earlier ones (EX-2). */
export function ImportsPage() {
  const { permissions, organization } = useMe();
  if (!permissions.importLeads) return <MayNotImport />;
  const description =
    organization.kind === 'operator' ? t('list.operatorDescription') : t('list.description');
  return (
    <Page title={shared('title.imports')} description={description}>
      <Stack>
        <FileDrop />
        <PastImports />
      </Stack>
    </Page>
  );
}

/** Says who can import. */
export function MayNotImport() {
  return (
    <ForbiddenPage title={shared('title.imports')} message={t('forbidden.message')}>
      {t('forbidden.text')}
    </ForbiddenPage>
  );
}

function PastImports() {
  const query = useQuery(importsQuery);
  const [undone, setUndone] = useState<LeadImport>();
  const { locale } = useLocale();
  return (
    <Panel title={t('list.past')} flush>
      <Loaded query={query} loading={<RowsSkeleton rows={4} height={38} />}>
        {(imports) =>
          imports.length === 0 ? (
            <EmptyState icon={<IconFileImport size={26} stroke={1.7} />} title={t('list.nothing')}>
              {t('list.none')}
            </EmptyState>
          ) : (
            <DataTable columns={columnsFor(locale, setUndone)} rows={imports} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
      {undone && <UndoDialog one={undone} onClose={() => setUndone(undefined)} />}
    </Panel>
  );
}

function columnsFor(locale: string, onUndo: (one: LeadImport) => void): readonly Column<LeadImport>[] {
  return [
    {
      title: t('list.file'),
      bare: true,
      show: ({ id, fileName }) => (
        <Link to="/imports/$importId" params={{ importId: id }} className={classes.name}>
          <bdi>{fileName}</bdi>
        </Link>
      ),
    },
    {
      title: t('list.when'),
      show: ({ createdAt, createdBy }) => (
        <span>
          {t.rich('list.by', {
            time: () => <RelativeTime at={createdAt} />,
            name: isolated,
            person: createdBy,
          })}
        </span>
      ),
    },
    { title: t('list.state'), whole: true, show: ({ state }) => t(`state.${state}`) },
    { title: t('list.result'), show: (one) => <span className="ll-numbers">{wordResult(one, locale)}</span> },
    {
      title: shared('action.undo'),
      bare: true,
      show: (one) =>
        one.undoableUntil !== null && ['done', 'cancelled', 'failed'].includes(one.state) ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('undo.label', { name: one.fileName })}
            onClick={() => onUndo(one)}
          >
            {shared('action.undo')}
          </Button>
        ) : null,
    },
  ];
}
