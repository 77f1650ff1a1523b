import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { useMe } from '../../api/queries.ts';
import { Remark } from '../../ui/content/index.ts';
import { AbsoluteTime, Buttons, formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { ImportRows } from './import-rows.tsx';
import classes from './imports.module.css';
import type { RowFilter } from './imports-data.ts';
import { RejectedButton } from './rejected-button.tsx';
import { UndoDialog } from './undo-dialog.tsx';

/** What became of an import: written, rejected, left alone, taken back. */
export function ImportReport({ one }: { one: LeadImport }) {
  const [asking, setAsking] = useState(false);
  const isPartner = useMe().organization.kind === 'partner';
  const listed = listedRows(one);
  return (
    <>
      <Panel title={t(`state.${one.state}`)}>
        <div className={classes.run}>
          <Result one={one} />
          <Buttons>
            {isPartner && (
              <Button renderRoot={(props) => <Link {...props} to="/leads" search={{}} />}>
                {t('report.toLeads')}
              </Button>
            )}
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/imports" />}>
              {t('report.again')}
            </Button>
            {one.undoableUntil !== null && (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('report.undo')}
              </Button>
            )}
          </Buttons>
          {one.undoableUntil !== null && (
            <p className="ll-muted">
              {t.rich('report.undoUntil', { time: () => <AbsoluteTime at={one.undoableUntil} /> })}
            </p>
          )}
        </div>
      </Panel>
      {listed && (
        <Panel title={t(`outcome.${listed}`)} flush>
          <ImportRows one={one} filter={listed} />
        </Panel>
      )}
      {asking && <UndoDialog one={one} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The rows that somebody may want to look at. */
function listedRows({ undone, written, summary }: LeadImport): Exclude<RowFilter, 'all'> | undefined {
  if (undone) return undone.kept > 0 ? 'kept' : undefined;
  if (summary.reject > 0) return 'reject';
  return written.left > 0 ? 'left' : undefined;
}

function Result({ one }: { one: LeadImport }) {
  const { locale } = useLocale();
  const { written, undone, summary } = one;
  const of = (count: number) => ({ count, shown: formatNumber(count, locale) });
  const numbers = {
    count: written.created,
    created: formatNumber(written.created, locale),
    updated: formatNumber(written.updated, locale),
  };
  if (undone)
    return (
      <>
        <p role="status">
          {t('report.undone', {
            count: undone.removed,
            removed: formatNumber(undone.removed, locale),
            restored: formatNumber(undone.restored, locale),
          })}
        </p>
        {undone.kept > 0 && <Remark tone="attention">{t('report.kept', of(undone.kept))}</Remark>}
      </>
    );
  return (
    <>
      <p role="status">{one.state === 'done' ? t('report.done', numbers) : t('report.cancelled', numbers)}</p>
      {written.left > 0 && <Remark>{t('report.left', of(written.left))}</Remark>}
      {summary.reject > 0 && (
        <Remark tone="attention">
          {t('report.rejected', of(summary.reject))} <RejectedButton one={one} />
        </Remark>
      )}
    </>
  );
}
