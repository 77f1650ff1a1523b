import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BulkAction, BulkRefusalEntry } from '../../../../contract/leads/bulk.ts';
import { explainError, request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { saveFile } from '../../../api/save-file.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { announceFailure } from '../../../ui/forms/announce.ts';
import { AbsoluteTime, Buttons, formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './bulk.module.css';
import { wordAction, wordResult } from './bulk-words.ts';
import { t } from './catalogue.ts';
import { groupRefusals } from './refusal-groups.ts';

const pageSize = 200;

interface Props {
  bulk: BulkAction;
  undo: (bulk: BulkAction) => void;
  onClose: () => void;
}

/** What became of a bulk action: done, and the leads that were left alone, by reason. */
export function BulkReport({ bulk, undo, onClose }: Props) {
  const { locale } = useLocale();
  const save = () =>
    saveFile('GET /api/v1/leads/bulk/:id/report', { params: { id: bulk.id } }).catch((error: unknown) =>
      announceFailure(t('report.downloadFailed'), error),
    );
  return (
    <Dialog
      title={`${t('report.title')}: ${wordAction(bulk.action, bulk.total, locale)}`}
      size="36rem"
      onClose={onClose}
    >
      <div className={classes.reasons}>
        <p className={classes.plain}>{wordResult(bulk, locale)}</p>
        {bulk.refused > 0 && <Refused id={bulk.id} onFollow={onClose} />}
        {bulk.undoableUntil !== null && (
          <p className={classes.plain}>
            {t.rich('report.undoUntil', { time: () => <AbsoluteTime at={bulk.undoableUntil} /> })}
          </p>
        )}
      </div>
      <Buttons place="end">
        <Button variant="default" onClick={() => void save()}>
          {t('report.download')}
        </Button>
        {bulk.undoableUntil !== null && (
          <Button
            variant="default"
            onClick={() => {
              undo(bulk);
              onClose();
            }}
          >
            {shared('action.undo')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {shared('action.close')}
        </Button>
      </Buttons>
    </Dialog>
  );
}

/** The leads that were left alone, each with its page. */
function Refused({ id, onFollow }: { id: string; onFollow: () => void }) {
  const { locale } = useLocale();
  const refusals = useInfiniteQuery({
    queryKey: queryKeys.bulkRefusals(id),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/leads/bulk/:id/refusals', {
        params: { id },
        query: { cursor: pageParam, limit: pageSize },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const entries = refusals.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {refusals.isPending && <p className={classes.plain}>{shared('loading')}</p>}
      {groupRefusals(entries).map(({ reason, message, leads }) => (
        <section key={reason} aria-label={message}>
          <h3 className={classes.reason}>
            {/* A number only once it is the number of all. */}
            {refusals.hasNextPage
              ? message
              : t('report.group', { reason: message, shown: formatNumber(leads.length, locale) })}
          </h3>
          <ul className={classes.refused}>
            {leads.map((entry) => (
              <li key={entry.leadId}>
                <RefusedLead entry={entry} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {refusals.isError && <p role="alert">{`${t('report.loadFailed')}: ${explainError(refusals.error)}`}</p>}
      {(refusals.hasNextPage || refusals.isError) && (
        <Button
          variant="default"
          loading={refusals.isFetching}
          onClick={() => void (refusals.data ? refusals.fetchNextPage() : refusals.refetch())}
        >
          {refusals.isError ? shared('action.tryAgain') : shared('action.showMore')}
        </Button>
      )}
    </>
  );
}

function RefusedLead({ entry, onFollow }: { entry: BulkRefusalEntry; onFollow: () => void }) {
  if (entry.reason === 'not-found') return t('report.unseen');
  return (
    <Link
      to="/leads/$leadId"
      params={{ leadId: entry.leadId }}
      search={(before) => before}
      onClick={onFollow}
    >
      <bdi>{entry.customerName ?? shared('unnamedCustomer')}</bdi>
    </Link>
  );
}
