import { Button, Skeleton } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SentLead } from '../../../contract/operator.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import {
  CountryName,
  EmptyState,
  ErrorState,
  NoValue,
  Page,
  Panel,
  RelativeTime,
  StatusBadge,
} from '../../ui/index.ts';
import { announceFailure } from '../lead-details/index.ts';
import { MayNotSend } from './send-lead-page.tsx';
import classes from './sending.module.css';

interface SentLeadPage {
  items: SentLead[];
  nextCursor: string | null;
}

/** What became of the leads that were sent to partners. */
export function SentLeadsPage() {
  const { permissions } = useMe();
  if (!permissions.createLeads) return <MayNotSend title="Sent leads" />;
  return (
    <Page
      title="Sent leads"
      description="What became of the leads that were sent to partners."
      actions={<SendLink />}
    >
      <Panel flush>
        <SentLeads />
      </Panel>
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

function SentLeads() {
  const sent = useInfiniteQuery({
    queryKey: queryKeys.sentLeads,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<SentLeadPage>('GET', '/api/v1/sent-leads', { query: { limit: 50, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const leads = sent.data?.pages.flatMap((page) => page.items) ?? [];
  const readMore = async () => {
    const result = await sent.fetchNextPage();
    if (result.isFetchNextPageError) announceFailure('No more leads could be loaded', result.error);
  };
  if (sent.isPending) return <SentSkeleton />;
  if (sent.isError && leads.length === 0)
    return <ErrorState error={sent.error} onRetry={() => void sent.refetch()} />;
  if (leads.length === 0) {
    return (
      <EmptyState icon={<IconSend size={26} stroke={1.7} />} title="Nothing sent yet" actions={<SendLink />}>
        Leads that you send to partners are listed here with what becomes of them.
      </EmptyState>
    );
  }
  return (
    <>
      <SentTable leads={leads} />
      {sent.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={sent.isFetchingNextPage} onClick={() => void readMore()}>
            Show more
          </Button>
        </div>
      )}
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
          <div className={classes.name}>
            {lead.customerName ?? <span className="ll-muted">Company not stated</span>}
          </div>
          <div className={classes.sub}>
            {lead.country && <CountryName code={lead.country} />}
            {lead.country && ' · '}
            {words.qualification[lead.qualification]}
          </div>
        </div>
      </td>
      <td data-label="Partner">{lead.partner.name}</td>
      <td data-label="Status">
        <StatusBadge lead={lead} />
      </td>
      <td data-label="Sent">
        <span>
          <RelativeTime at={lead.createdAt} /> <span className={classes.sub}>by {lead.senderName}</span>
        </span>
      </td>
      <td data-label="Expires">
        {lead.expiresAt === null ? <NoValue label="Does not expire" /> : <RelativeTime at={lead.expiresAt} />}
      </td>
    </tr>
  );
}

function SentSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy>
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={row} height={38} mb={8} radius="sm" />
      ))}
    </div>
  );
}
