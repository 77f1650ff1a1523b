import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { useMe } from '../../api/queries.ts';
import { Loading, Remark, Stack } from '../../ui/content/index.ts';
import { EmptyState, Page } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { ColumnsStep } from './columns-step.tsx';
import { ImportReport } from './import-report.tsx';
import classes from './imports.module.css';
import { importQuery } from './imports-data.ts';
import { MayNotImport } from './imports-page.tsx';
import { RowsStep } from './rows-step.tsx';
import { RunProgress } from './run-progress.tsx';

/** One import, step by step: columns, dry run, import, report (EX-2). */
export function ImportPage() {
  const { permissions } = useMe();
  const { importId } = useParams({ from: '/imports/$importId' });
  const query = useQuery({ ...importQuery(importId), enabled: permissions.importLeads });
  if (!permissions.importLeads) return <MayNotImport />;
  const up = (
    <Link to="/imports" className="ll-link">
      {shared('title.imports')}
    </Link>
  );
  if (!query.data)
    return (
      <Page title={shared('title.imports')} up={up}>
        <Loading
          query={query}
          missing={
            <EmptyState icon={<IconFileOff size={26} stroke={1.7} />} title={t('missing.title')}>
              {t('missing.text')}
            </EmptyState>
          }
        />
      </Page>
    );
  return (
    <Page title={query.data.fileName} heading={<bdi>{query.data.fileName}</bdi>} up={up}>
      <ImportSteps one={query.data} />
    </Page>
  );
}

const steps = {
  file: t('steps.file'),
  columns: shared('columns'),
  rows: t('steps.rows'),
  done: shared('title.imports'),
} as const;
type Step = keyof typeof steps;

function ImportSteps({ one }: { one: LeadImport }) {
  const { step: wanted } = useSearch({ from: '/imports/$importId' });
  const isOpen = one.state === 'checking' || one.state === 'ready';
  const step: Step = isOpen ? (wanted ?? 'columns') : 'done';
  return (
    <Stack>
      <ol className={classes.steps} aria-label={t('steps.label')}>
        {Object.entries(steps).map(([name, label]) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            {label}
          </li>
        ))}
      </ol>
      {one.problem && (
        <Remark tone="attention" role="alert">
          <strong>{t('report.failed')}.</strong> {one.problem.message}
        </Remark>
      )}
      {step === 'columns' && <ColumnsStep one={one} />}
      {step === 'rows' && <RowsStep one={one} />}
      {step === 'done' &&
        (['running', 'paused', 'undoing'].includes(one.state) ? (
          <RunProgress one={one} />
        ) : (
          <ImportReport one={one} />
        ))}
    </Stack>
  );
}
