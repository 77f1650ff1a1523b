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
  /** A query without data yet. */
  query: Query;
  /** Shown while loading. */
  loading?: ReactNode;
  /** Shown if it doesn't exist, or not for this person. */
  missing: ReactNode;
}

/** A page whose subject is loading, doesn't exist, or couldn't be loaded. */
export function Loading({ query, loading, missing }: LoadingProps) {
  const state = loadingStateOf(query);
  if (state === 'loading') return loading ?? <Skeleton height={320} radius="md" aria-busy />;
  if (state === 'missing') return <Panel>{missing}</Panel>;
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}

interface LoadedProps<Data> {
  query: Query & { readonly data: Data | undefined };
  /** Shown while loading. */
  loading: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Part of a page: the data of a query, or its state. Data stays when a refetch fails; the failure is shown above. */
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
  /** Shown if the list is empty. */
  empty: ReactNode;
  /** Shown when more entries couldn't be loaded. */
  failure?: string;
  children: (items: Item[]) => ReactNode;
}

/** The same for a paginated list, with a way to load more. */
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
