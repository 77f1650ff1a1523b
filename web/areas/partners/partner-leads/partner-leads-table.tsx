import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { PartnerLeadSummary } from '../../../../contract/partners/partner-leads.ts';
import { words } from '../../../../contract/words.ts';
import { type Column, DataTable, useLinkKeys } from '../../../ui/content/index.ts';
import {
  CountryName,
  HotMark,
  NoValue,
  QualityMark,
  RelativeTime,
  StatusBadge,
  TestMark,
  useHasPassed,
} from '../../../ui/index.ts';
import { relative } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './partner-leads.module.css';

/** Leads of partners in rows, each with a link; j and k move through them as in the list of leads. */
export function PartnerLeadsTable({ leads }: { leads: PartnerLeadSummary[] }) {
  const table = useRef<HTMLTableElement>(null);
  useLinkKeys(table);
  return <DataTable look="links" columns={columns} rows={leads} keyOf={({ id }) => id} tableRef={table} />;
}

const columns: readonly Column<PartnerLeadSummary>[] = [
  { title: words.field.customer, bare: true, show: (lead) => <Customer lead={lead} /> },
  {
    title: words.field.partner,
    show: ({ partner, location }) => (
      <div>
        <div>{partner.name}</div>
        {location && <div className="ll-small">{location.name}</div>}
      </div>
    ),
  },
  { title: words.field.status, show: (lead) => <StatusBadge lead={lead} /> },
  { title: words.field.rating, show: ({ leadQuality }) => <QualityMark quality={leadQuality} /> },
  { title: words.field.received, whole: true, show: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  { title: t('list.answer'), whole: true, show: (lead) => <Answer lead={lead} /> },
];

function Customer({ lead }: { lead: PartnerLeadSummary }) {
  return (
    <div>
      <div className="ll-facts">
        <Link to="/partner-leads/$leadId" params={{ leadId: lead.id }} className={classes.name}>
          <bdi>{lead.customerName ?? shared('unnamedCustomer')}</bdi>
        </Link>
        <HotMark lead={lead} />
        {lead.isTest && <TestMark />}
      </div>
      <div className="ll-small">
        {lead.country && <CountryName code={lead.country} />}
        {lead.country && ' · '}
        {lead.offer?.title ?? words.qualification[lead.qualification]}
      </div>
    </div>
  );
}

/** When it was answered, or by when it must be. */
function Answer({ lead }: { lead: PartnerLeadSummary }) {
  const hasPassed = useHasPassed(lead.expiresAt);
  if (lead.answeredAt !== null) return <RelativeTime at={lead.answeredAt} />;
  if (lead.expiresAt === null) return <NoValue label={t('list.noAnswer')} />;
  return (
    <span>{t.rich('list.due', { hasPassed: hasPassed ? 'yes' : 'no', when: relative(lead.expiresAt) })}</span>
  );
}
