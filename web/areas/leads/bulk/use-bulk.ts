import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { BulkAction } from '../../../../contract/leads/bulk.ts';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { request } from '../../../api/client.ts';
import { makeKey } from '../../../api/idempotency.ts';
import { queryKeys } from '../../../api/queries.ts';
// Not through the index: the list loads without the forms of the lead.
import { announce, announceFailure } from '../../../ui/forms/announce.ts';
import { announceWithButtons } from '../../../ui/forms/undo.tsx';
import { useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { outdateLists } from '../lead/lead-data.ts';
import { type BulkOrder, isOpen, noteBulkAction } from './bulk-data.ts';
import { wordResult } from './bulk-words.ts';
import { t } from './catalogue.ts';
import type { Target } from './target.ts';
import { useFollowed } from './use-followed.ts';

/** An action that a dialog asks about; what it is about stays as it was when the dialog opened. */
export interface Asked {
  readonly action: BulkActionName;
  readonly target: Target;
}

export interface Bulk {
  readonly asked: Asked | null;
  readonly ask: (asked: Asked | null) => void;
  /** Orders it, and says what became of it, or that it goes on. @throws ApiError */
  readonly perform: (order: BulkOrder, key: string) => Promise<void>;
  /** The same without a dialog: a failure is announced. */
  readonly performNow: (order: BulkOrder) => void;
  readonly undo: (bulk: BulkAction) => void;
  readonly cancel: (bulk: BulkAction) => void;
  /** The bulk action whose report is open. */
  readonly reported: BulkAction | null;
  readonly report: (bulk: BulkAction | null) => void;
  readonly followed: ReturnType<typeof useFollowed>;
}

/** Orders bulk actions and says what became of them. @param onOrdered once the server has an order */
export function useBulk(onOrdered: () => void): Bulk {
  const client = useQueryClient();
  const { locale } = useLocale();
  const [asked, ask] = useState<Asked | null>(null);
  const [reported, report] = useState<BulkAction | null>(null);
  const followed = useFollowed();
  const busy = useRef(false);

  function settle(bulk: BulkAction) {
    noteBulkAction(client, bulk);
    if (isOpen(bulk)) {
      followed.follow(bulk.id);
      return announce(t('progress.started'));
    }
    outdateLists(client);
    announceWithButtons(wordResult(bulk, locale), [
      ...(bulk.refused > 0 ? [{ label: t('report.open'), act: () => report(bulk) }] : []),
      ...(bulk.undoableUntil === null ? [] : [{ label: shared('action.undo'), act: () => undo(bulk) }]),
    ]);
  }

  /** One at a time: a second click orders nothing. */
  function once(failed: string, send: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    void send()
      .catch((error: unknown) => announceFailure(failed, error))
      .finally(() => {
        busy.current = false;
      });
  }

  function undo({ id }: BulkAction) {
    once(t('undoFailed'), async () => {
      settle(await request('POST /api/v1/leads/bulk/:id/undo', { params: { id } }));
      void client.invalidateQueries({ queryKey: queryKeys.bulkActions });
    });
  }

  function cancel({ id }: BulkAction) {
    once(t('progress.cancelFailed'), async () => {
      noteBulkAction(client, await request('POST /api/v1/leads/bulk/:id/cancel', { params: { id } }));
    });
  }

  async function perform(order: BulkOrder, key: string) {
    const headers = { 'idempotency-key': key };
    settle(await request('POST /api/v1/leads/bulk', { body: order, headers }));
    onOrdered();
  }
  const performNow = (order: BulkOrder) => once(t('failed'), () => perform(order, makeKey()));

  return { asked, ask, perform, performNow, undo, cancel, reported, report, followed };
}
