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
import { relative } from '../../../ui/rich-moments.tsx';
import { isolated } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { MayNotSend } from './send-lead-page.tsx';
import classes from './sending.module.css';
import { sentLeadsQuery } from './sent-data.ts';
import { SentSearch, useSentSearch } from './sent-search.tsx';

/** The leads that were sent to partners, and what happened to them. */
export function SentLeadsPage() {
  const { permissions } = useMe();
  return permissions.createLeads ? <SentLeadsContent /> : <MayNotSend title={shared('title.sentLeads')} />;
}

function SentLeadsContent() {
  const { term, setTerm, settled } = useSentSearch();
  return (
    <Page title={shared('title.sentLeads')} description={t('list.description')} actions={<SendLink />}>
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
      {shared('title.sendLead')}
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
      failure={shared('moreLeadsFailed')}
    >
      {(leads) => <DataTable look="links" columns={columns} rows={leads} keyOf={({ id }) => id} />}
    </LoadedPages>
  );
}

function NothingSent() {
  return (
    <EmptyState
      icon={<IconSend size={26} stroke={1.7} />}
      title={t('list.nothing.title')}
      actions={<SendLink />}
    >
      {t('list.nothing.text')}
    </EmptyState>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconSearchOff size={26} stroke={1.7} />}
      title={t('list.noMatch.title')}
      actions={
        <Button variant="default" onClick={onClear}>
          {shared('action.clearSearch')}
        </Button>
      }
    >
      {t('list.noMatch.text')}
    </EmptyState>
  );
}

const columns: readonly Column<SentLead>[] = [
  { title: words.field.customer, bare: true, show: (lead) => <Customer lead={lead} /> },
  { title: words.field.partner, show: ({ partner }) => <bdi>{partner.name}</bdi> },
  { title: words.field.status, show: (lead) => <StatusBadge lead={lead} /> },
  {
    title: words.field.sent,
    show: ({ createdAt, senderName }) => (
      <span>
        {t.rich('list.sentBy', {
          when: relative(createdAt),
          by: (part) => <span className="ll-small">{part}</span>,
          sender: senderName,
          name: isolated,
        })}
      </span>
    ),
  },
  {
    title: words.field.expires,
    show: ({ expiresAt }) =>
      expiresAt === null ? <NoValue label={shared('neverExpires')} /> : <RelativeTime at={expiresAt} />,
  },
];

function Customer({ lead }: { lead: SentLead }) {
  return (
    <div>
      <Link to="/sent/$leadId" params={{ leadId: lead.id }} className={classes.name}>
        <bdi>{lead.customerName ?? shared('unnamedCustomer')}</bdi>
      </Link>
      <div className="ll-small">
        {lead.country && <CountryName code={lead.country} />}
        {lead.country && ' · '}
        {words.qualification[lead.qualification]}
      </div>
    </div>
  );
}
