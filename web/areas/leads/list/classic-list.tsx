import { Skeleton } from '@mantine/core';
import { type RefObject, useLayoutEffect } from 'react';
import { shared } from '../../../ui/words/catalogue.ts';
import classes from './classic.module.css';
import { ClassicRow } from './classic-row.tsx';
import { besideHeightRem } from './density.ts';
import type { ListView } from './list-view.ts';
import { ShowMore } from './show-more.tsx';
import { usePlace } from './use-place.ts';
import { useRowClick } from './use-row-click.ts';
import { useRows } from './use-rows.ts';

const skeletonKeys = Array.from({ length: 10 }, (_, index) => `skeleton-${index}`);

/** The leads in a narrow list: the open lead stands next to it, or on its page where there is no room. */
export function ClassicList(view: ListView) {
  const { list, live, region, density, beside, keys, context } = view;
  const heightRem = besideHeightRem[density];
  const rows = useRows(view, heightRem);
  useRowClick(view);
  usePlace(view, region, !list.isPending);
  const openId = beside?.id ?? null;
  const isOpenListed = list.leads.some((lead) => lead.id === openId);
  useLayoutEffect(() => {
    if (openId !== null && isOpenListed) keys.reveal(openId);
  }, [openId, isOpenListed, keys]);
  // One row is a Tab stop; arrows lead to the others.
  const stopId = isOpenListed ? openId : list.leads[0]?.id;
  return (
    <div
      ref={region as RefObject<HTMLDivElement>}
      className={classes.scroll}
      data-stale={list.isPlaceholderData || undefined}
      style={{ '--row-height': `${heightRem}rem` } as React.CSSProperties}
    >
      <ul
        className="ll-list"
        aria-label={shared('title.leads')}
        aria-busy={list.isPending || list.isPlaceholderData}
      >
        {list.isPending && skeletonKeys.map((key) => <SkeletonRow key={key} />)}
        <Spacer height={rows.before} />
        {rows.indexes.map((index) => {
          const lead = list.leads[index];
          if (!lead) return null;
          return (
            <ClassicRow
              key={lead.id}
              lead={lead}
              position={index + 1}
              total={Math.max(list.total, list.leads.length)}
              searching={context.searching}
              isCompact={density === 'compact'}
              isFresh={live.fresh.has(lead.id)}
              isOpen={lead.id === openId}
              isTabStop={beside === null || lead.id === stopId}
              onOpen={beside?.open}
              onEnter={keys.focusPane}
              onFavorite={view.toggleFavorite}
            />
          );
        })}
        <Spacer height={rows.after} />
      </ul>
      <ShowMore list={list} root={region} />
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <li aria-hidden style={{ height }} /> : null;
}

function SkeletonRow() {
  return (
    <li className={classes.row} aria-hidden>
      <Skeleton height="0.875rem" width="65%" mb="xs" />
      <Skeleton height="0.75rem" width="45%" mb="xs" />
      <Skeleton height="0.75rem" width="75%" />
    </li>
  );
}
