import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Deal } from '../../../../contract/leads/deals.ts';
import { words } from '../../../../contract/words.ts';
import { type Column, DataTable, LoadedPages, RowsSkeleton, useLinkKeys } from '../../../ui/content/index.ts';
import { Money, NoValue, Panel, RelativeTime } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { ColumnBadge, PurchaseDay } from './deal-facts.tsx';
import { customerOf, nameOf } from './deal-name.ts';
import classes from './deals.module.css';
import { dealListQuery } from './deals-data.ts';
import { type DealOrder, dealOrders } from './deals-search.ts';

/** All deals in rows, in the order that the address says. */
export function DealTable({ sort, mine }: { sort: DealOrder; mine: 'true' | undefined }) {
  const query = useInfiniteQuery(dealListQuery(sort, mine));
  const navigate = useNavigate({ from: '/deals' });
  return (
    <>
      <Select
        className={classes.sort}
        label={t('table.sortBy')}
        data={dealOrders.map((order) => ({ value: order, label: t(`table.sort.${order}`) }))}
        value={sort}
        allowDeselect={false}
        onChange={(value) => {
          const order = dealOrders.find((one) => one === value);
          void navigate({ to: '/deals', search: (before) => ({ ...before, sort: order }), replace: true });
        }}
      />
      <Panel flush>
        <LoadedPages
          query={query}
          loading={<RowsSkeleton rows={8} height={38} />}
          empty={null}
          failure={t('moreFailed')}
        >
          {(deals) => <Rows deals={deals} />}
        </LoadedPages>
      </Panel>
    </>
  );
}

function Rows({ deals }: { deals: Deal[] }) {
  const table = useRef<HTMLTableElement>(null);
  useLinkKeys(table);
  return <DataTable look="links" columns={columns} rows={deals} keyOf={({ id }) => id} tableRef={table} />;
}

const columns: readonly Column<Deal>[] = [
  {
    title: words.field.dealName,
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
  { title: words.field.customer, show: (deal) => <bdi>{customerOf(deal)}</bdi> },
  { title: words.field.stage, show: ({ column }) => <ColumnBadge column={column} /> },
  { title: words.field.value, whole: true, show: ({ value }) => <Money value={value} /> },
  { title: words.field.estimatedPurchase, show: (deal) => <PurchaseDay deal={deal} /> },
  {
    title: words.field.owner,
    show: ({ owner }) => (owner ? <bdi>{owner.name}</bdi> : <NoValue label={t('card.noOwner')} />),
  },
  { title: t('table.lastChange'), whole: true, show: ({ updatedAt }) => <RelativeTime at={updatedAt} /> },
];
