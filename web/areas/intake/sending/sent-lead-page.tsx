import { Button } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { SentLeadDetails } from '../../../../contract/organizations/partners.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { Loading, RowsSkeleton, Stack, Timeline } from '../../../ui/content/index.ts';
import {
  AbsoluteTime,
  CopyButton,
  CountryName,
  EmptyState,
  FieldList,
  NoValue,
  Page,
  Panel,
  RelativeTime,
  StatusBadge,
  useHasPassed,
} from '../../../ui/index.ts';
import { MayNotSend } from './send-lead-page.tsx';
import classes from './sending.module.css';
import { sentLeadQuery } from './sent-data.ts';
import { type SentEntry, tellHistory, wordStanding } from './sent-history.ts';

/** One sent lead: where it stands and what happened to it, as far as its sender is told. */
export function SentLeadPage() {
  const { permissions } = useMe();
  return permissions.createLeads ? <SentLeadContent /> : <MayNotSend title="Sent lead" />;
}

const up = (
  <Link to="/sent" className="ll-link">
    Sent leads
  </Link>
);

function SentLeadContent() {
  const { leadId } = useParams({ from: '/sent/$leadId' });
  const query = useQuery(sentLeadQuery(leadId));
  if (query.data) return <Details lead={query.data} />;
  return (
    <Page title="Sent lead" up={up} width="narrow">
      <Loading query={query} loading={<RowsSkeleton rows={8} height={38} />} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState
      icon={<IconFileSearch size={26} stroke={1.7} />}
      title="Your organization didn’t send this lead"
      actions={<Button renderRoot={(props) => <Link {...props} to="/sent" />}>Back to sent leads</Button>}
    >
      The link may be incomplete, or the lead may have been deleted.
    </EmptyState>
  );
}

function Details({ lead }: { lead: SentLeadDetails }) {
  const name = lead.customerName ?? 'No company given';
  const hasExpired = useHasPassed(lead.expiresAt);
  return (
    <Page
      title={name}
      heading={<bdi>{name}</bdi>}
      up={up}
      width="narrow"
      description={
        <span className="ll-facts">
          <StatusBadge lead={lead} />
          <span>
            Sent <RelativeTime at={lead.createdAt} />
          </span>
        </span>
      }
    >
      <Stack>
        <Panel title="Status">
          <p className={classes.standing}>
            {wordStanding(lead)}
            {lead.expiresAt !== null && (
              <>
                {' '}
                The lead {hasExpired ? 'expired' : 'expires'} <RelativeTime at={lead.expiresAt} />.
              </>
            )}
          </p>
          <p className="ll-note ll-small">The partner’s reasons, notes and deal value aren’t shown here.</p>
        </Panel>
        <Panel title="Lead">
          <Facts lead={lead} />
        </Panel>
        <Panel title="Timeline">
          <Timeline>
            {tellHistory(lead).map((entry) => (
              <Entry key={entry.what} entry={entry} lead={lead} />
            ))}
          </Timeline>
        </Panel>
      </Stack>
    </Page>
  );
}

function Facts({ lead }: { lead: SentLeadDetails }) {
  return (
    <FieldList
      fields={[
        { label: 'Partner', value: <bdi>{lead.partner.name}</bdi> },
        { label: 'Country', value: lead.country ? <CountryName code={lead.country} /> : <NoValue /> },
        { label: 'Qualification', value: words.qualification[lead.qualification] },
        { label: 'Sent by', value: <bdi>{lead.senderName}</bdi> },
        { label: 'Sent', value: <AbsoluteTime at={lead.createdAt} /> },
        {
          label: 'Expires',
          value: lead.expiresAt === null ? undefined : <AbsoluteTime at={lead.expiresAt} />,
        },
        {
          label: 'Lead id',
          value: (
            <span className={classes.idLine}>
              <code>{lead.id}</code> <CopyButton value={lead.id} what="lead id" />
            </span>
          ),
        },
      ]}
    />
  );
}

const entryWords: Record<SentEntry['what'], string> = {
  sent: 'Sent',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Expired',
  won: 'Won',
  lost: 'Lost',
};

function Entry({ entry: { what, at }, lead }: { entry: SentEntry; lead: SentLeadDetails }) {
  const by = what === 'sent' ? lead.senderName : lead.partner.name;
  return (
    <li>
      <strong>{entryWords[what]}</strong>
      {what !== 'expired' && (
        <>
          {' '}
          by <bdi>{by}</bdi>
        </>
      )}
      {at !== null && (
        <div className="ll-small">
          <RelativeTime at={at} />
        </div>
      )}
    </li>
  );
}
