import { Button } from '@mantine/core';
import { announceFailure } from '../forms/announce.ts';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './load-more.module.css';

/** The part of an infinite query that loading more needs. */
export interface MorePages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<{ isFetchNextPageError: boolean; error: unknown }>;
}

interface LoadMoreProps {
  pages: MorePages;
  /** Says what couldn't be loaded. */
  failure?: string | undefined;
}

/** Loads the next page on demand; renders nothing without one. A failure is announced and leaves the list as it is. */
export function LoadMore({ pages, failure = t('noMoreLoaded') }: LoadMoreProps) {
  if (!pages.hasNextPage) return null;
  const read = async () => {
    const result = await pages.fetchNextPage();
    if (result.isFetchNextPageError) announceFailure(failure, result.error);
  };
  return (
    <div className={classes.more}>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void read()}>
        {shared('action.showMore')}
      </Button>
    </div>
  );
}
