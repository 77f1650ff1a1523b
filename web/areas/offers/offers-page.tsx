import { Button, Select } from '@mantine/core';
import { IconEye, IconFileText, IconPlayerStop, IconPlus, IconTags, IconWorld } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { OfferState } from '../../../contract/offers/lists.ts';
import type { OfferSummary } from '../../../contract/offers/offers.ts';
import { words } from '../../../contract/words.ts';
import { partnersQuery, storefrontsQuery, useMe } from '../../api/queries.ts';
import {
  type Column,
  DataTable,
  ForbiddenPage,
  LoadedPages,
  RowsSkeleton,
  useLinkKeys,
} from '../../ui/content/index.ts';
import { Badge, EmptyState, NoValue, Page, Panel, RelativeTime } from '../../ui/index.ts';
import { relative } from '../../ui/rich-moments.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { NewOfferDialog } from './new-offer-dialog.tsx';
import classes from './offers.module.css';
import { offersQuery } from './offers-data.ts';

/** What a partner, or for the operator every partner, lists in storefronts (OF-1). */
export function OffersPage() {
  const { permissions } = useMe();
  const { partnerId } = useSearch({ from: '/presence/offers' });
  const [adding, setAdding] = useState(false);
  if (!permissions.manageOffers && !permissions.managePartnerOffers) return <MayNotManage />;
  return (
    <Page
      title={shared('title.offers')}
      description={t('list.description')}
      width="wide"
      actions={
        <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setAdding(true)}>
          {t('list.new')}
        </Button>
      }
    >
      {permissions.managePartnerOffers && <PartnerFilter partnerId={partnerId} />}
      <Panel flush>
        <Offers partnerId={partnerId} isOperator={permissions.managePartnerOffers} />
      </Panel>
      {adding && <NewOfferDialog partnerId={partnerId} onClose={() => setAdding(false)} />}
    </Page>
  );
}

/** Says who manages offers. */
export function MayNotManage() {
  return (
    <ForbiddenPage title={shared('title.offers')} message={t('forbidden.message')}>
      {t('forbidden.text')}
    </ForbiddenPage>
  );
}

function PartnerFilter({ partnerId }: { partnerId: string | undefined }) {
  const navigate = useNavigate();
  const partners = useQuery(partnersQuery).data ?? [];
  return (
    <search className={classes.filters} aria-label={t('list.which')}>
      <Select
        label={words.field.partner}
        placeholder={t('list.allPartners')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('list.allPartners') }}
        nothingFoundMessage={shared('noPartnerMatch')}
        data={partners.map(({ id, name }) => ({ value: id, label: name }))}
        value={partnerId ?? null}
        onChange={(value) =>
          void navigate({ to: '/presence/offers', search: value === null ? {} : { partnerId: value } })
        }
      />
    </search>
  );
}

function Offers({ partnerId, isOperator }: { partnerId: string | undefined; isOperator: boolean }) {
  const query = useInfiniteQuery(offersQuery(partnerId));
  const storefronts = useQuery(storefrontsQuery).data ?? [];
  const table = useRef<HTMLTableElement>(null);
  useLinkKeys(table);
  const nameOf = (code: string) => storefronts.find((one) => one.code === code)?.name ?? code;
  return (
    <LoadedPages
      query={query}
      loading={<RowsSkeleton rows={6} height={38} />}
      empty={
        <EmptyState icon={<IconTags size={26} stroke={1.7} />} title={t('list.nothing')}>
          {t('list.nothingText')}
        </EmptyState>
      }
      failure={t('list.failed')}
    >
      {(offers) => (
        <DataTable
          look="links"
          columns={columnsFor(isOperator, nameOf)}
          rows={offers}
          keyOf={({ id }) => id}
          tableRef={table}
        />
      )}
    </LoadedPages>
  );
}

function columnsFor(isOperator: boolean, nameOf: (code: string) => string): Column<OfferSummary>[] {
  const partner: Column<OfferSummary> = {
    title: words.field.partner,
    show: ({ organization }) => organization.name,
  };
  return [
    { title: words.field.offer, bare: true, show: (offer) => <OfferName offer={offer} /> },
    ...(isOperator ? [partner] : []),
    { title: t('list.state'), show: ({ state }) => <OfferStateBadge state={state} /> },
    {
      title: t('list.storefronts'),
      show: ({ storefronts }) =>
        storefronts.length > 0 ? storefronts.map(nameOf).join(', ') : <NoValue label={shared('none')} />,
    },
    {
      title: words.field.callToAction,
      show: ({ callToAction }) =>
        callToAction ? words.callToAction[callToAction] : <NoValue label={shared('none')} />,
    },
    { title: t('list.changed'), whole: true, show: (offer) => <LastChange offer={offer} /> },
  ];
}

function OfferName({ offer: { id, name, alias, hasUnpublishedChanges } }: { offer: OfferSummary }) {
  return (
    <div>
      <Link to="/presence/offers/$offerId" params={{ offerId: id }} className={classes.name}>
        <bdi>{name ?? t('list.unnamed')}</bdi>
      </Link>
      <div className="ll-small">
        {[id, alias].filter(Boolean).join(' · ')}
        {hasUnpublishedChanges && ` · ${t('list.unpublished')}`}
      </div>
    </div>
  );
}

function LastChange({ offer: { changedAt, changedBy } }: { offer: OfferSummary }) {
  if (changedBy === null) return <RelativeTime at={changedAt} />;
  return (
    <span>{t.rich('list.changedBy', { when: relative(changedAt), name: () => <bdi>{changedBy}</bdi> })}</span>
  );
}

const looks = {
  Draft: { icon: IconFileText, tone: 'quiet' },
  Preview: { icon: IconEye, tone: 'attention' },
  Live: { icon: IconWorld, tone: 'good' },
  Stopped: { icon: IconPlayerStop, tone: 'quiet' },
} as const;

/** The state of an offer, as icon and word. */
export function OfferStateBadge({ state }: { state: OfferState }) {
  return <Badge {...looks[state]} label={t(`state.${state}`)} />;
}
