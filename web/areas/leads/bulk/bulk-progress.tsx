import { Button, CloseButton, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BulkAction } from '../../../../contract/leads/bulk.ts';
import { Buttons, formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { outdateLists } from '../lead/lead-data.ts';
import classes from './bulk.module.css';
import { bulkActionsQuery, isOpen } from './bulk-data.ts';
import { shareDone, wordAction, wordResult } from './bulk-words.ts';
import { t } from './catalogue.ts';
import type { Bulk } from './use-bulk.ts';

const none: BulkAction[] = [];

/**
 * What goes on in the background, ordered here or anywhere else, and how it ended until that is dismissed. Asked for
 * when the list is there, which comes first.
 */
export function BulkProgress({ bulk, enabled }: { bulk: Bulk; enabled: boolean }) {
  const { data = none } = useQuery({ ...bulkActionsQuery, enabled });
  const { ids, follow } = bulk.followed;
  const client = useQueryClient();
  const running = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const open = data.filter(isOpen).map(({ id }) => id);
    if ([...running.current].some((id) => !open.includes(id))) outdateLists(client);
    running.current = new Set(open);
    for (const id of open) follow(id);
  }, [data, follow, client]);
  const shown = data.filter((one) => isOpen(one) || ids.includes(one.id));
  return (
    <>
      {shown.map((one) =>
        isOpen(one) ? (
          <Running key={one.id} action={one} bulk={bulk} />
        ) : (
          <Ended key={one.id} action={one} bulk={bulk} />
        ),
      )}
    </>
  );
}

interface LineProps {
  action: BulkAction;
  bulk: Bulk;
}

function Running({ action, bulk }: LineProps) {
  const { locale } = useLocale();
  const share = shareDone(action);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  const name = wordAction(action.action, action.total, locale);
  const numbers = {
    done: formatNumber(action.done + action.refused, locale),
    total: formatNumber(action.total, locale),
    percent,
  };
  const words =
    action.undoes === null
      ? t('progress.running', { action: name, ...numbers })
      : t('progress.undoing', { count: action.total, ...numbers });
  return (
    <div className={classes.progress}>
      <span className={`${classes.words} ll-numbers`}>{words}</span>
      <Progress className={classes.meter} value={share * 100} aria-label={name} />
      <span className="ll-muted ll-small">{t('progress.goesOn')}</span>
      <Button
        className={classes.end}
        size="compact-sm"
        variant="default"
        aria-label={t('progress.cancelLabel', { action: name })}
        onClick={() => bulk.cancel(action)}
      >
        {shared('action.cancel')}
      </Button>
    </div>
  );
}

function Ended({ action, bulk }: LineProps) {
  const { locale } = useLocale();
  return (
    <div className={classes.progress}>
      <span className={classes.words} role="status">
        {wordResult(action, locale)}
      </span>
      <Buttons place="after">
        <Button size="compact-sm" variant="default" onClick={() => bulk.report(action)}>
          {t('report.open')}
        </Button>
        {action.undoableUntil !== null && (
          <Button size="compact-sm" variant="default" onClick={() => bulk.undo(action)}>
            {shared('action.undo')}
          </Button>
        )}
        <CloseButton aria-label={t('progress.dismiss')} onClick={() => bulk.followed.forget(action.id)} />
      </Buttons>
    </div>
  );
}
