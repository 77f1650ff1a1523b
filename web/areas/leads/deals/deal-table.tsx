import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Deal } from '../../../../contract/leads/deals.ts';
import type { DealSort } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import {
  type Column,
  type ColumnSort,
  DataTable,
  LoadedPages,
  RowsSkeleton,
  useLinkKeys,
} from '../../../ui/content/index.ts';
import { Money, NoValue, Panel, RelativeTime } from '../../../ui/index.ts';
import { nextSort } from '../list/next-sort.ts';
import { StepBriefly } from '../next-step/index.ts';
import { t } from './catalogue.ts';
import { ColumnBadge, PurchaseDay } from './deal-facts.tsx';
import { customerOf, nameOf } from './deal-name.ts';
import classes from './deals.module.css';
import { dealListQuery } from './deals-data.ts';
import { type DealOrder, dealOrders } from './deals-search.ts';

interface DealTableProps {
  sort: DealOrder;
  mine: 'true' | undefined;
}

/** All deals in rows, in the order that the address says. */
export function DealTable({ sort, mine }: DealTableProps) {
  const query = useInfiniteQuery(dealListQuery(sort, mine));
  const navigate = useNavigate({ from: '/deals' });
  const sortBy = (order: DealOrder | undefined) =>
    void navigate({
      to: '/deals',
      search: (before) => ({ ...before, sort: order }),
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <Select
        className={classes.sort}
        label={t('table.sortBy')}
        data={dealOrders.map((order) => ({ value: order, label: t(`table.sort.${order}`) }))}
        value={sort}
        allowDeselect={false}
        onChange={(value) => sortBy(dealOrders.find((one) => one === value))}
      />
      <Panel flush>
        <div
          className={classes.rows}
          data-stale={query.isPlaceholderData || undefined}
          aria-busy={query.isPlaceholderData}
        >
          <LoadedPages
            query={query}
            loading={<RowsSkeleton rows={8} height={38} />}
            empty={null}
            failure={t('moreFailed')}
          >
            {(deals) => <Rows deals={deals} sort={sort} onSort={sortBy} />}
          </LoadedPages>
        </div>
      </Panel>
    </>
  );
}

interface RowsProps {
  deals: Deal[];
  sort: DealOrder;
  onSort: (order: DealOrder) => void;
}

function Rows({ deals, sort, onSort }: RowsProps) {
  const table = useRef<HTMLTableElement>(null);
  useLinkKeys(table);
  const sortable = columns.map(({ sortedBy, descendsFirst, ...column }): Column<Deal> => {
    const next = nextSort<DealSort>(
      { ...(sortedBy && { sort: sortedBy }), ...(descendsFirst && { descendsFirst }) },
      sort,
    );
    if (sortedBy === undefined || next === null) return column;
    return { ...column, sort: { direction: directionOf(sortedBy, sort), onSort: () => onSort(next) } };
  });
  return <DataTable look="links" columns={sortable} rows={deals} keyOf={({ id }) => id} tableRef={table} />;
}

function directionOf(name: DealSort, sort: DealOrder): ColumnSort['direction'] {
  if (sort === name) return 'ascending';
  return sort === `-${name}` ? 'descending' : 'none';
}

interface DealTableColumn extends Column<Deal> {
  readonly sortedBy?: DealSort;
  /** The first press shows the largest first. */
  readonly descendsFirst?: true;
}

const columns: readonly DealTableColumn[] = [
  {
    title: words.field.dealName,
    sortedBy: 'name',
    bare: true,
    show: (deal) => (
      <Link
        to="/leads/$leadId"
        params={{ leadId: deal.id }}
        search={{ status: ['Accepted'] }}
        className={classes.rowLink}
      >
        <bdi>{nameOf(deal)}</bdi>
      </Link>
    ),
  },
  // Most deals are named after their customer.
  { title: words.field.customer, spare: true, show: (deal) => <bdi>{customerOf(deal)}</bdi> },
  {
    title: words.field.stage,
    sortedBy: 'stage',
    show: ({ column }) => <ColumnBadge column={column} />,
  },
  {
    title: words.field.value,
    sortedBy: 'value',
    descendsFirst: true,
    whole: true,
    show: ({ value }) => <Money value={value} />,
  },
  {
    title: words.field.estimatedPurchase,
    sortedBy: 'estimatedPurchaseDate',
    show: (deal) => <PurchaseDay deal={deal} />,
  },
  { title: words.field.nextStep, show: ({ nextStep }) => <StepBriefly step={nextStep} /> },
  {
    title: words.field.owner,
    sortedBy: 'owner',
    show: ({ owner }) => (owner ? <bdi>{owner.name}</bdi> : <NoValue label={t('card.noOwner')} />),
  },
  {
    title: t('table.lastChange'),
    sortedBy: 'updatedAt',
    descendsFirst: true,
    spare: true,
    whole: true,
    show: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
  },
];
