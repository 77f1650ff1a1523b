import { Button, NativeSelect } from '@mantine/core';
import { type PageSize, pageSizes } from '../../../../contract/leads/lists.ts';
import { explainError } from '../../../api/client.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './leads.module.css';
import type { LeadList } from './list-view.ts';

interface Props {
  list: LeadList;
  limit: PageSize;
  onLimit: (limit: PageSize) => void;
}

/** How much of the list is shown, and how much loads at a time. */
export function ListFooter({ list, limit, onLimit }: Props) {
  const { locale } = useLocale();
  const shown = formatNumber(list.leads.length, locale);
  const total = formatNumber(Math.max(list.total, list.leads.length), locale);
  return (
    <div className={`ll-small ${classes.footer}`}>
      <span className="ll-numbers" role="status">
        {list.isPending ? t('footer.loading') : t('footer.shown', { shown, total, count: list.total })}
      </span>
      {!list.searchIsComplete && <span role="status">{t('footer.searchIncomplete')}</span>}
      {list.isRefetchError && (
        <span className={classes.footerError} role="alert">
          {t('footer.notRefreshed', { reason: explainError(list.error) })}
          <Button size="compact-xs" variant="default" onClick={() => void list.refetch()}>
            {shared('action.tryAgain')}
          </Button>
        </span>
      )}
      <NativeSelect
        size="xs"
        aria-label={t('footer.pageSize')}
        data={pageSizes.map(String).map((size) => ({ value: size, label: t('footer.pageSizeOf', { size }) }))}
        value={String(limit)}
        onChange={(event) => onLimit(Number(event.currentTarget.value) as PageSize)}
      />
    </div>
  );
}
