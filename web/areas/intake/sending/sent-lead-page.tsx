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
import { relative } from '../../../ui/rich-moments.tsx';
import { isolated, strong } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { MayNotSend } from './send-lead-page.tsx';
import classes from './sending.module.css';
import { sentLeadQuery } from './sent-data.ts';
import { type SentEntry, tellHistory, wordStanding } from './sent-history.ts';

/** One sent lead: its state and history, limited to what its sender may know. */
export function SentLeadPage() {
  const { permissions } = useMe();
  return permissions.createLeads ? <SentLeadContent /> : <MayNotSend title={t('lead.title')} />;
}

const up = (
  <Link to="/sent" className="ll-link">
    {shared('title.sentLeads')}
  </Link>
);

function SentLeadContent() {
  const { leadId } = useParams({ from: '/sent/$leadId' });
  const query = useQuery(sentLeadQuery(leadId));
  if (query.data) return <Details lead={query.data} />;
  return (
    <Page title={t('lead.title')} up={up} width="narrow">
      <Loading query={query} loading={<RowsSkeleton rows={8} height={38} />} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState
      icon={<IconFileSearch size={26} stroke={1.7} />}
      title={t('lead.missing.title')}
      actions={
        <Button renderRoot={(props) => <Link {...props} to="/sent" />}>{t('lead.missing.back')}</Button>
      }
    >
      {shared('leadMissing')}
    </EmptyState>
  );
}

function Details({ lead }: { lead: SentLeadDetails }) {
  const name = lead.customerName ?? shared('unnamedCustomer');
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
          <span>{t.rich('lead.sentWhen', { when: relative(lead.createdAt) })}</span>
        </span>
      }
    >
      <Stack>
        <Panel title={words.field.status}>
          <p className={classes.standing}>
            {wordStanding(lead)}
            {lead.expiresAt !== null && (
              <>
                {' '}
                {t.rich('lead.expiry', {
                  hasExpired: hasExpired ? 'yes' : 'no',
                  when: relative(lead.expiresAt),
                })}
              </>
            )}
          </p>
          <p className="ll-note ll-small">{t('lead.notShown')}</p>
        </Panel>
        <Panel title={shared('title.lead')}>
          <Facts lead={lead} />
        </Panel>
        <Panel title={shared('title.timeline')}>
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
        { label: words.field.partner, value: <bdi>{lead.partner.name}</bdi> },
        {
          label: words.field.country,
          value: lead.country ? <CountryName code={lead.country} /> : <NoValue />,
        },
        { label: words.field.qualification, value: words.qualification[lead.qualification] },
        { label: words.field.sentBy, value: <bdi>{lead.senderName}</bdi> },
        { label: words.field.sent, value: <AbsoluteTime at={lead.createdAt} /> },
        {
          label: words.field.expires,
          value: lead.expiresAt === null ? undefined : <AbsoluteTime at={lead.expiresAt} />,
        },
        {
          label: words.field.leadId,
          value: (
            <span className={classes.idLine}>
              <code>{lead.id}</code> <CopyButton value={lead.id} label={shared('copy.leadId')} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Entry({ entry: { what, at }, lead }: { entry: SentEntry; lead: SentLeadDetails }) {
  const by = what === 'sent' ? lead.senderName : lead.partner.name;
  return (
    <li>
      {t.rich(`lead.timeline.${what}`, { by, b: strong, name: isolated })}
      {at !== null && (
        <div className="ll-small">
          <RelativeTime at={at} />
        </div>
      )}
    </li>
  );
}
