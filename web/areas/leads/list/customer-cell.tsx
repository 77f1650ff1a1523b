import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import {
  contactName,
  customerLabel,
  type FindMarks,
  FoundText,
  HotMark,
  TestMark,
  useFindMarks,
  WithheldMark,
} from '../../../ui/index.ts';
import { hidden } from '../../../ui/rich-text.tsx';
import { t } from './catalogue.ts';
import classes from './grid.module.css';

/** "Found in notes, offer"; null when the match is already visible. */
function foundInWords(lead: LeadSummary): string | null {
  const places = (lead.foundIn ?? []).filter((place) => place !== 'customer');
  if (places.length === 0 || lead.foundIn?.includes('customer')) return null;
  return t('lead.foundIn', { places: places.map((place) => t(`place.${place}`)).join(', ') });
}

/** The texts that a summary has of the places that are not always shown. */
const placeTexts = {
  email: (lead: LeadSummary) => lead.contact?.email,
  phone: (lead: LeadSummary) => lead.contact?.phone,
  deal: (lead: LeadSummary) => lead.dealName,
  offer: (lead: LeadSummary) => lead.offer?.title,
} as const;
const textPlaces = ['email', 'phone', 'deal', 'offer'] as const;

/** The text in which the words were found, when neither the customer nor the contact line shows them. */
function foundText(lead: LeadSummary, find: FindMarks) {
  const found = lead.foundIn ?? [];
  if (found.length === 0 || found.includes('customer') || find(contactWords(lead)).length > 0) return null;
  for (const place of textPlaces) {
    const text = placeTexts[place](lead);
    if (found.includes(place) && text && find(text).length > 0) return { place, text };
  }
  return null;
}

/**
 * During a search, the line that shows where its words were found, with the words marked; null when the customer or the
 * contact line shows them.
 */
export function useFoundLine(lead: LeadSummary, searching: boolean): ReactNode {
  const find = useFindMarks();
  if (!searching) return null;
  const found = foundText(lead, find);
  if (found) {
    const { place } = found;
    const text = () => (
      <bdi>
        <FoundText>{found.text}</FoundText>
      </bdi>
    );
    if (place === 'email' || place === 'phone')
      return t.rich('lead.foundHere', { place: t(`place.${place}`), text, hidden });
    return t.rich('lead.foundAt', { place: labels[place], text });
  }
  return find(contactWords(lead)).length > 0 ? null : foundInWords(lead);
}

/** An address or a number says by itself what it is; other texts have a label. */
const labels = { deal: t('preview.deal'), offer: words.field.offer } as const;

function contactWords(lead: LeadSummary): string {
  if (lead.contactWithheld) return '';
  const name = lead.customerName ? contactName(lead.contact) : null;
  const parts = [name, lead.contact?.title].filter(Boolean);
  return parts.join(', ') || lead.contact?.email || lead.contact?.phone || '';
}

/** The contact's name, or why it is not shown. */
export function ContactLine({ lead }: { lead: LeadSummary }) {
  if (lead.contactWithheld) return <WithheldMark reason={lead.contactWithheld} short />;
  return (
    <span className="ll-truncate">
      <bdi>
        <FoundText>{contactWords(lead)}</FoundText>
      </bdi>
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
      <bdi>
        <FoundText>{customerLabel(lead)}</FoundText>
      </bdi>
    </Link>
  );
}

/** The customer with marks; during a search, also where the words were found. */
export function CustomerCell({ lead, searching }: { lead: LeadSummary; searching: boolean }) {
  const found = useFoundLine(lead, searching);
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
