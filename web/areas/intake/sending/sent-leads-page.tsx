import { Button } from '@mantine/core';
import { IconSearchOff, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SentLead } from '../../../../contract/operator.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import {
  CountryName,
  EmptyState,
  ErrorState,
  NoValue,
  Page,
  Panel,
  RelativeTime,
  RowsSkeleton,
  ShowMore,
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
      <div className={classes.column}>
        <SentSearch term={term} onType={setTerm} />
        <Panel flush>
          <SentLeads search={settled} onClear={() => setTerm('')} />
        </Panel>
      </div>
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
  const leads = sent.data?.pages.flatMap((page) => page.items) ?? [];
  if (sent.isPending) return <RowsSkeleton rows={8} height={38} />;
  if (sent.isError && leads.length === 0)
    return <ErrorState error={sent.error} onRetry={() => void sent.refetch()} />;
  if (leads.length === 0 && search !== '') {
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
  if (leads.length === 0) {
    return (
      <EmptyState icon={<IconSend size={26} stroke={1.7} />} title="Nothing sent yet" actions={<SendLink />}>
        Leads you send to partners are listed here, with how they go.
      </EmptyState>
    );
  }
  return (
    <>
      <SentTable leads={leads} />
      <ShowMore pages={sent} onFailure={(error) => announceFailure('No more leads could be loaded', error)} />
    </>
  );
}

function SentTable({ leads }: { leads: SentLead[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">Partner</th>
          <th scope="col">Status</th>
          <th scope="col">Sent</th>
          <th scope="col">Expires</th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <SentRow key={lead.id} lead={lead} />
        ))}
      </tbody>
    </table>
  );
}

function SentRow({ lead }: { lead: SentLead }) {
  return (
    <tr>
      <td>
        <div>
          <Link to="/sent/$leadId" params={{ leadId: lead.id }} className={classes.name}>
            <bdi>{lead.customerName ?? 'No company given'}</bdi>
          </Link>
          <div className={classes.sub}>
            {lead.country && <CountryName code={lead.country} />}
            {lead.country && ' · '}
            {words.qualification[lead.qualification]}
          </div>
        </div>
      </td>
      <td data-label="Partner">
        <bdi>{lead.partner.name}</bdi>
      </td>
      <td data-label="Status">
        <StatusBadge lead={lead} />
      </td>
      <td data-label="Sent">
        <span>
          <RelativeTime at={lead.createdAt} />{' '}
          <span className={classes.sub}>
            by <bdi>{lead.senderName}</bdi>
          </span>
        </span>
      </td>
      <td data-label="Expires">
        {lead.expiresAt === null ? <NoValue label="Does not expire" /> : <RelativeTime at={lead.expiresAt} />}
      </td>
    </tr>
  );
}
