import { Button } from '@mantine/core';
import { announceFailure } from '../forms/announce.ts';
import { t } from './catalogue.ts';
import classes from './load-more.module.css';

/** What is asked of a list that is read page by page; an infinite query has it. */
export interface MorePages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<{ isFetchNextPageError: boolean; error: unknown }>;
}

interface LoadMoreProps {
  pages: MorePages;
  /** Says what did not come. */
  failure?: string | undefined;
}

/** Reads the next page on demand; nothing where there is none. A failure is told, and leaves what is shown as it is. */
export function LoadMore({ pages, failure = t('noMoreLoaded') }: LoadMoreProps) {
  if (!pages.hasNextPage) return null;
  const read = async () => {
    const result = await pages.fetchNextPage();
    if (result.isFetchNextPageError) announceFailure(failure, result.error);
  };
  return (
    <div className={classes.more}>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void read()}>
        {t('showMore')}
      </Button>
    </div>
  );
}
