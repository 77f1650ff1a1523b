import { Button } from '@mantine/core';
import { IconSearchOff, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SentLead } from '../../../../contract/organizations/partners.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { type Column, DataTable, LoadedPages, RowsSkeleton, Stack } from '../../../ui/content/index.ts';
import {
  CountryName,
  EmptyState,
  NoValue,
  Page,
  Panel,
  RelativeTime,
  StatusBadge,
} from '../../../ui/index.ts';
import { MayNotSend } from './send-lead-page.tsx';
import classes from './sending.module.css';
import { sentLeadsQuery } from './sent-data.ts';
import { SentSearch, useSentSearch } from './sent-search.tsx';

/** The leads that were sent to partners, and how they went. */
export function SentLeadsPage() {
  const { permissions } = useMe();
  return permissions.createLeads ? <SentLeadsContent /> : <MayNotSend title="Sent leads" />;
}

function SentLeadsContent() {
  const { term, setTerm, settled } = useSentSearch();
  return (
    <Page
      title="Sent leads"
      description="The leads you sent to partners, and how they went."
      actions={<SendLink />}
    >
      <Stack>
        <SentSearch term={term} onType={setTerm} />
        <Panel flush>
          <SentLeads search={settled} onClear={() => setTerm('')} />
        </Panel>
      </Stack>
    </Page>
  );
}

function SendLink() {
  return (
    <Button
      leftSection={<IconSend size={16} stroke={1.8} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/send" />}
    >
      Send a lead
    </Button>
  );
}

function SentLeads({ search, onClear }: { search: string; onClear: () => void }) {
  const sent = useInfiniteQuery(sentLeadsQuery(search));
  return (
    <LoadedPages
      query={sent}
      loading={<RowsSkeleton rows={8} height={38} />}
      empty={search === '' ? <NothingSent /> : <NothingFound onClear={onClear} />}
      failure="No more leads could be loaded"
    >
      {(leads) => <DataTable look="links" columns={columns} rows={leads} keyOf={({ id }) => id} />}
    </LoadedPages>
  );
}

function NothingSent() {
  return (
    <EmptyState icon={<IconSend size={26} stroke={1.7} />} title="Nothing sent yet" actions={<SendLink />}>
      Leads you send to partners are listed here, with how they go.
    </EmptyState>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconSearchOff size={26} stroke={1.7} />}
      title="No sent lead found"
      actions={
        <Button variant="default" onClick={onClear}>
          Clear the search
        </Button>
      }
    >
      You can search by customer or partner name.
    </EmptyState>
  );
}

const columns: readonly Column<SentLead>[] = [
  { title: 'Customer', bare: true, show: (lead) => <Customer lead={lead} /> },
  { title: 'Partner', show: ({ partner }) => <bdi>{partner.name}</bdi> },
  { title: 'Status', show: (lead) => <StatusBadge lead={lead} /> },
  {
    title: 'Sent',
    show: ({ createdAt, senderName }) => (
      <span>
        <RelativeTime at={createdAt} />{' '}
        <span className="ll-small">
          by <bdi>{senderName}</bdi>
        </span>
      </span>
    ),
  },
  {
    title: 'Expires',
    show: ({ expiresAt }) =>
      expiresAt === null ? <NoValue label="Does not expire" /> : <RelativeTime at={expiresAt} />,
  },
];

function Customer({ lead }: { lead: SentLead }) {
  return (
    <div>
      <Link to="/sent/$leadId" params={{ leadId: lead.id }} className={classes.name}>
        <bdi>{lead.customerName ?? 'No company given'}</bdi>
      </Link>
      <div className="ll-small">
        {lead.country && <CountryName code={lead.country} />}
        {lead.country && ' · '}
        {words.qualification[lead.qualification]}
      </div>
    </div>
  );
}
