import { Link } from '@tanstack/react-router';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { contactName, customerLabel, HotMark, TestMark, WithheldMark } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './grid.module.css';

/** "Found in deal name, notes"; null when the match is already visible. */
export function foundInWords(lead: LeadSummary): string | null {
  const places = (lead.foundIn ?? []).filter((place) => place !== 'customer');
  if (places.length === 0 || lead.foundIn?.includes('customer')) return null;
  return t('lead.foundIn', { places: places.map((place) => t(`place.${place}`)).join(', ') });
}

/** The contact's name, or why it is not shown. */
export function ContactLine({ lead }: { lead: LeadSummary }) {
  if (lead.contactWithheld) return <WithheldMark reason={lead.contactWithheld} short />;
  const name = lead.customerName ? contactName(lead.contact) : null;
  const parts = [name, lead.contact?.title].filter(Boolean);
  return (
    <span className="ll-truncate">
      <bdi>{parts.join(', ') || lead.contact?.email || lead.contact?.phone || ''}</bdi>
    </span>
  );
}

/** The link to the details of a lead; it carries the query, so that "next" and "back" work there. */
export function LeadLink({ lead, describedBy }: { lead: LeadSummary; describedBy?: string }) {
  return (
    <Link
      to="/leads/$leadId"
      params={{ leadId: lead.id }}
      search={(before) => before}
      className={`${classes.leadLink} ll-truncate`}
      aria-describedby={describedBy}
      preload={false}
      data-lead-link
    >
      <bdi>{customerLabel(lead)}</bdi>
    </Link>
  );
}

/** The customer with marks; during a search, also where the words were found. */
export function CustomerCell({ lead, searching }: { lead: LeadSummary; searching: boolean }) {
  const found = searching ? foundInWords(lead) : null;
  return (
    <span className={classes.twoLines}>
      <span className={classes.customer}>
        <LeadLink lead={lead} />
        <HotMark lead={lead} />
        {lead.isTest && <TestMark />}
      </span>
      <span className={`ll-small ${classes.second}`}>
        {found ? (
          <span className={`${classes.found} ll-truncate`}>{found}</span>
        ) : (
          <ContactLine lead={lead} />
        )}
      </span>
    </span>
  );
}
