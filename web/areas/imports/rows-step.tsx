import { Button, Progress } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { importOutcomes } from '../../../contract/imports/lists.ts';
import { Remark } from '../../ui/content/index.ts';
import { Buttons, formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { ImportRows } from './import-rows.tsx';
import classes from './imports.module.css';
import type { RowFilter } from './imports-data.ts';
import { RejectedButton } from './rejected-button.tsx';
import { useImportSteps } from './use-import-steps.ts';
import { WordsPanel } from './words-panel.tsx';

/** What would happen to each row, and in sum; nothing is written before somebody says so. */
export function RowsStep({ one }: { one: LeadImport }) {
  const [filter, setFilter] = useState<RowFilter>('all');
  const { locale } = useLocale();
  const { act, change } = useImportSteps(one);
  const navigate = useNavigate();
  const count = one.summary.create + one.summary.update;
  const isChecking = one.state === 'checking';
  const shown = formatNumber(one.checkedRows, locale);
  return (
    <>
      <p className={classes.standing} role="status">
        {isChecking
          ? t('check.working', { count: shown })
          : t('check.title', { count: one.checkedRows, shown })}
      </p>
      {isChecking && <Progress value={100} animated aria-hidden />}
      <OutcomeTiles one={one} filter={filter} onFilter={setFilter} />
      {one.summary.reject > 0 && !isChecking && (
        <Remark tone="attention">
          {t('check.downloadHint')} <RejectedButton one={one} />
        </Remark>
      )}
      {!isChecking && count === 0 && <Remark>{t('check.nothing')}</Remark>}
      <WordsPanel one={one} apply={(wish) => change.mutate(wish)} isPending={change.isPending} />
      <Buttons place="end">
        <Button
          variant="subtle"
          color="red"
          onClick={() => act.mutate('cancel', { onSuccess: () => void navigate({ to: '/imports' }) })}
        >
          {t('check.cancel')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/imports/$importId" params={{ importId: one.id }} search={{}} />
          )}
        >
          {t('check.back')}
        </Button>
        <Button
          disabled={isChecking || count === 0}
          loading={act.isPending && act.variables === 'run'}
          onClick={() => act.mutate('run')}
        >
          {t('check.run', { count, shown: formatNumber(count, locale) })}
        </Button>
      </Buttons>
      <Panel title={filter === 'all' ? t('check.all') : t(`outcome.${filter}`)} flush>
        <ImportRows one={one} filter={filter} />
      </Panel>
    </>
  );
}

interface TilesProps {
  one: LeadImport;
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

/** The five numbers; each shows its rows. */
function OutcomeTiles({ one, filter, onFilter }: TilesProps) {
  const { locale } = useLocale();
  return (
    <fieldset className={classes.tiles} aria-label={t('check.tiles')}>
      {importOutcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={classes.tile}
          data-outcome={outcome}
          aria-pressed={filter === outcome}
          onClick={() => onFilter(filter === outcome ? 'all' : outcome)}
        >
          <span className={`${classes.tileNumber} ll-numbers`}>
            {formatNumber(one.summary[outcome], locale)}
          </span>
          <span>{t(`check.${outcome}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
