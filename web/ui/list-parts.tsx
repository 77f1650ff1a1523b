import { Button, Skeleton } from '@mantine/core';
import classes from './layout.module.css';

/** What is asked of a list that is read page by page; an infinite query has it. */
interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<{ isFetchNextPageError: boolean; error: unknown }>;
}

/** Reads the next page on demand; nothing where there is none. A failure leaves what is shown as it is. */
export function ShowMore({ pages, onFailure }: { pages: Pages; onFailure: (error: unknown) => void }) {
  if (!pages.hasNextPage) return null;
  const read = async () => {
    const result = await pages.fetchNextPage();
    if (result.isFetchNextPageError) onFailure(result.error);
  };
  return (
    <div className={classes.more}>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void read()}>
        Show more
      </Button>
    </div>
  );
}

/** Bars in the place of rows that are on the way; their height in pixels. */
export function RowsSkeleton({ rows, height }: { rows: number; height: number }) {
  return (
    <div className={classes.rowsSkeleton} aria-busy>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={row} height={height} mb={8} radius="sm" />
      ))}
    </div>
  );
}
