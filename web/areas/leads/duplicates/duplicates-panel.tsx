import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DuplicateAction, PossibleDuplicates } from '../../../../contract/leads/duplicates.ts';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { ErrorNote } from '../../../ui/content/index.ts';
import { Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { DuplicateRow } from './duplicate-row.tsx';
import classes from './duplicates.module.css';
import { duplicatesQuery, splitDismissed } from './duplicates-data.ts';
import { type Decision, useDecisions } from './use-decisions.ts';

interface DuplicatesPanelProps {
  leadId: string;
  /** The list that the person came from: links to other leads keep it. */
  params?: AddressParams;
  /** Closes this lead as a duplicate of the other; omitted when that is not allowed now. */
  onCloseAsDuplicate?: (otherLeadId: string) => void;
}

/** Possible duplicates, why, and what to do about each (LQ-4). */
export function DuplicatesPanel({ leadId, params, onCloseAsDuplicate }: DuplicatesPanelProps) {
  const query = useQuery(duplicatesQuery(leadId));
  return (
    <Panel title={t('panel.title')} folded={query.data?.items.length === 0 ? shared('none') : undefined}>
      {query.isPending && <RowsSkeleton />}
      {query.isError && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <Duplicates
          key={leadId}
          leadId={leadId}
          found={query.data}
          params={params ?? {}}
          onCloseAsDuplicate={onCloseAsDuplicate}
        />
      )}
    </Panel>
  );
}

interface DuplicatesProps extends Omit<DuplicatesPanelProps, 'params'> {
  found: PossibleDuplicates;
  params: AddressParams;
}

function Duplicates({ leadId, found, params, onCloseAsDuplicate }: DuplicatesProps) {
  const decisions = useDecisions(leadId);
  const list = useRef<HTMLDivElement>(null);
  const { open, dismissed } = splitDismissed(found.items);
  const may = (action: DuplicateAction) => found.allowedActions.includes(action);
  const decide = (otherId: string, decision: Decision) => {
    if (decisions.isPending) return;
    // A row that moves takes its button along, so the list holds the focus.
    if (decision === 'dismiss' || decision === 'undismiss') list.current?.focus();
    decisions.mutate({ otherId, decision });
  };
  const shared = { params, may, busy: decisions.isPending, onDecide: decide };
  return (
    <div ref={list} className={classes.list} tabIndex={-1}>
      {open.length === 0 && (
        <p className="ll-note">{dismissed.length === 0 ? t('panel.none') : t('panel.noOthers')}</p>
      )}
      <ul className={`ll-list ${classes.rows}`}>
        {open.map((item) => (
          <DuplicateRow key={item.lead.id} item={item} {...shared} onCloseAsDuplicate={onCloseAsDuplicate} />
        ))}
      </ul>
      {dismissed.length > 0 && (
        <details className={classes.dismissed}>
          <summary>{t('panel.dismissed', { count: String(dismissed.length) })}</summary>
          <ul className={`ll-list ${classes.rows}`}>
            {dismissed.map((item) => (
              <DuplicateRow key={item.lead.id} item={item} {...shared} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Sized for one row, though most leads have none. */
function RowsSkeleton() {
  return (
    <div aria-busy>
      <Skeleton height={16} width="55%" my={4} />
      <Skeleton height={13} width="80%" my={4} />
    </div>
  );
}
