import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { PartnerLeadSummary } from '../../../../contract/partner-leads.ts';
import { words } from '../../../../contract/words.ts';
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
import { useShortcuts } from '../../../ui/shortcuts.ts';
import classes from './partner-leads.module.css';

/** Leads of partners in rows, each a link; j and k move through it as in the list of leads. */
export function PartnerLeadsTable({ leads }: { leads: PartnerLeadSummary[] }) {
  const table = useRef<HTMLTableElement>(null);
  const move = (step: number) => {
    const links = [...(table.current?.querySelectorAll('a') ?? [])];
    const index = links.findIndex((link) => link.matches(':focus'));
    links[index + step]?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return (
    <table className={classes.table} ref={table}>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">Partner</th>
          <th scope="col">Status</th>
          <th scope="col">Rating</th>
          <th scope="col">Received</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <Row key={lead.id} lead={lead} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ lead }: { lead: PartnerLeadSummary }) {
  return (
    <tr>
      <td>
        <div>
          <div className={classes.head}>
            <Link to="/partner-leads/$leadId" params={{ leadId: lead.id }} className={classes.name}>
              <bdi>{lead.customerName ?? 'No company given'}</bdi>
            </Link>
            <HotMark lead={lead} />
            {lead.isTest && <TestMark />}
          </div>
          <div className={classes.sub}>
            {lead.country && <CountryName code={lead.country} />}
            {lead.country && ' · '}
            {lead.offer?.title ?? words.qualification[lead.qualification]}
          </div>
        </div>
      </td>
      <td data-label="Partner">
        <div>
          <div>{lead.partner.name}</div>
          {lead.location && <div className={classes.sub}>{lead.location.name}</div>}
        </div>
      </td>
      <td data-label="Status">
        <StatusBadge lead={lead} />
      </td>
      <td data-label="Rating">
        <QualityMark quality={lead.leadQuality} />
      </td>
      <td data-label="Received" className={classes.when}>
        <RelativeTime at={lead.createdAt} />
      </td>
      <td data-label="Answer" className={classes.when}>
        <Answer lead={lead} />
      </td>
    </tr>
  );
}

/** When it was answered, or by when it has to be. */
function Answer({ lead }: { lead: PartnerLeadSummary }) {
  const hasPassed = useHasPassed(lead.expiresAt);
  if (lead.answeredAt !== null) return <RelativeTime at={lead.answeredAt} />;
  if (lead.expiresAt === null) return <NoValue label="No answer" />;
  return (
    <span>
      {hasPassed ? 'was due' : 'due'} <RelativeTime at={lead.expiresAt} />
    </span>
  );
}
