import { Button, NativeSelect } from '@mantine/core';
import { explainError } from '../../../api/client.ts';
import { pageSizes } from '../../../lead-query/list-state.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import classes from './leads.module.css';
import type { LeadList } from './list-view.ts';

interface Props {
  list: LeadList;
  limit: number;
  onLimit: (limit: number) => void;
}

/** How much of the list is shown, and how much comes at a time. */
export function ListFooter({ list, limit, onLimit }: Props) {
  const { locale } = useLocale();
  const shown = formatNumber(list.leads.length, locale);
  const total = formatNumber(Math.max(list.total, list.leads.length), locale);
  return (
    <div className={classes.footer}>
      <span className="ll-numbers" role="status">
        {list.isPending
          ? 'Loading leads…'
          : `Showing ${shown} of ${total} ${list.total === 1 ? 'lead' : 'leads'}`}
      </span>
      {!list.searchIsComplete && (
        <span role="status">
          Older leads are still being prepared for search: look again in a few minutes.
        </span>
      )}
      {list.isRefetchError && (
        <span className={classes.footerError} role="alert">
          Not refreshed: {explainError(list.error)}
          <Button size="compact-xs" variant="default" onClick={() => void list.refetch()}>
            Try again
          </Button>
        </span>
      )}
      <NativeSelect
        size="xs"
        aria-label="Leads at a time"
        data={pageSizes.map((size) => ({ value: String(size), label: `${size} at a time` }))}
        value={String(limit)}
        onChange={(event) => onLimit(Number(event.currentTarget.value))}
      />
    </div>
  );
}
