import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { explainError } from '../../../api/client.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './grid.module.css';
import type { LeadList } from './list-view.ts';

/** Loads the next leads when the end comes near; the button does the same, and retries after an error. */
export function ShowMore({ list, root }: { list: LeadList; root?: RefObject<HTMLElement | null> }) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage } = list;
  const mayLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData;

  useEffect(() => {
    const element = end.current;
    if (!mayLoad || !element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { root: root?.current ?? null, rootMargin: '500px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [mayLoad, fetchNextPage, root]);

  if (!hasNextPage) return null;
  return (
    <div ref={end} className={classes.showMore}>
      {isFetchNextPageError && <span role="alert">{explainError(list.error)}</span>}
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchNextPageError ? shared('action.tryAgain') : shared('action.showMore')}
      </Button>
    </div>
  );
}
