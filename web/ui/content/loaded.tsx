import { Skeleton } from '@mantine/core';
import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Panel } from '../page.tsx';
import { ErrorState } from '../states.tsx';
import { LoadMore, type MorePages } from './load-more.tsx';
import { loadingStateOf, type Reading } from './loading.ts';

interface Query extends Reading {
  readonly refetch: () => unknown;
}

interface LoadingProps {
  /** Has nothing to show yet. */
  query: Query;
  /** In the place of what is on its way. */
  loading?: ReactNode;
  /** In the place of what does not exist, or not for this person. */
  missing: ReactNode;
}

/** A page whose subject is on its way, does not exist, or could not be read. */
export function Loading({ query, loading, missing }: LoadingProps) {
  const state = loadingStateOf(query);
  if (state === 'loading') return loading ?? <Skeleton height={320} radius="md" aria-busy />;
  if (state === 'missing') return <Panel>{missing}</Panel>;
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}

interface LoadedProps<Data> {
  query: Query & { readonly data: Data | undefined };
  /** In the place of what is on its way. */
  loading: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Part of a page: what was read, or how that stands. What is there stays when a later look at it fails, which is said above. */
export function Loaded<Data>({ query, loading, children }: LoadedProps<Data>) {
  if (query.data !== undefined)
    return (
      <>
        {query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  if (loadingStateOf(query) === 'loading') return loading;
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}

interface LoadedPagesProps<Item> extends Omit<LoadedProps<unknown>, 'query' | 'children'> {
  query: Query & MorePages & { readonly data: InfiniteData<{ items: Item[] }> | undefined };
  /** In the place of a list without entries. */
  empty: ReactNode;
  /** What is said when more is asked for and does not come. */
  failure?: string;
  children: (items: Item[]) => ReactNode;
}

/** The same of a list that comes page by page, with the way to read on. */
export function LoadedPages<Item>({ query, loading, empty, failure, children }: LoadedPagesProps<Item>) {
  return (
    <Loaded query={query} loading={loading}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return empty;
        return (
          <>
            {children(items)}
            <LoadMore pages={query} failure={failure} />
          </>
        );
      }}
    </Loaded>
  );
}
