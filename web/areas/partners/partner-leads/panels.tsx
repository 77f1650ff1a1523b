import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PartnerLead, PartnerLeadEvent } from '../../../../contract/partners/partner-leads.ts';
import { words } from '../../../../contract/words.ts';
import { storefrontsQuery } from '../../../api/queries.ts';
import { Timeline } from '../../../ui/content/index.ts';
import {
  AbsoluteTime,
  CountryName,
  contactName,
  FieldList,
  Mark,
  NoValue,
  Panel,
  QualityMark,
  RelativeTime,
  useNow,
  WithheldMark,
} from '../../../ui/index.ts';
import { wordEvent } from '../../leads/index.ts';
import classes from './partner-leads.module.css';

/** The lead itself: where it came from and how far it is. */
export function OriginPanel({ lead }: { lead: PartnerLead }) {
  const nameOf = useStorefrontName();
  const at = (moment: string | null) => (moment === null ? undefined : <AbsoluteTime at={moment} />);
  return (
    <Panel title="Lead">
      <FieldList
        fields={[
          { label: 'Country', value: <CountryName code={lead.country} /> },
          { label: 'Kind', value: words.qualification[lead.qualification] },
          { label: 'Sent by', value: lead.senderName ?? undefined },
          {
            label: 'Call to action',
            value: lead.callToAction ? words.callToAction[lead.callToAction] : undefined,
          },
          { label: 'Offer', value: lead.offer?.title },
          { label: 'Lead source', value: lead.leadSource === null ? undefined : nameOf(lead.leadSource) },
          { label: 'Rating', value: <QualityMark quality={lead.leadQuality} /> },
          { label: 'Received', value: at(lead.createdAt) },
          { label: 'Answer by', value: at(lead.expiresAt) },
          { label: 'Answered', value: at(lead.answeredAt) },
          { label: 'Closed', value: at(lead.closedAt) },
        ]}
      />
    </Panel>
  );
}

/** Who asked and what they wrote, where the operator may see it; else why not. */
export function ContactPanel({ lead }: { lead: PartnerLead }) {
  const { contact } = lead;
  if (contact === null) {
    return (
      <Panel title="Contact">
        <NotShown lead={lead} />
      </Panel>
    );
  }
  return (
    <Panel title="Contact">
      <FieldList
        fields={[
          { label: 'Name', value: <bdi>{contactName(contact)}</bdi> },
          { label: 'Title', value: contact.title ?? undefined },
          { label: 'Email', value: contact.email ?? <NoValue /> },
          { label: 'Phone', value: contact.phone ?? <NoValue /> },
          {
            label: 'Message',
            value:
              lead.message === null ? <NoValue /> : <span className={classes.message}>{lead.message}</span>,
          },
        ]}
      />
    </Panel>
  );
}

function NotShown({ lead: { contactWithheld, partner } }: { lead: PartnerLead }) {
  if (contactWithheld !== 'NotShared') return <WithheldMark reason={contactWithheld} />;
  return (
    <>
      <Mark icon={IconEyeOff} tone="quiet" label="Contact and message are not shared with you" />
      <p className={`ll-note ${classes.hint}`}>
        An Account admin of {partner.name} can share them under “Sharing with the operator” in the settings.
      </p>
    </>
  );
}

/** What the customer was told, and what they did about it. */
export function CustomerNewsPanel({ customer }: { customer: NonNullable<PartnerLead['customer']> }) {
  const now = useNow();
  const { told, linkEndsAt, withdrawnAt, sentOn } = customer;
  const isOpen = linkEndsAt !== null && Date.parse(linkEndsAt) > now;
  if (told === null && linkEndsAt === null) return null;
  return (
    <Panel title="What the customer knows">
      <FieldList
        fields={[
          { label: 'About the expiry', value: told === null ? undefined : wordTold(told) },
          {
            label: 'Another partner',
            value:
              linkEndsAt === null ? undefined : (
                <>
                  {isOpen ? 'They can choose one until ' : 'Their link ended '}
                  <AbsoluteTime at={linkEndsAt} dayOnly />
                </>
              ),
          },
          {
            label: 'Sent on',
            value:
              sentOn.length === 0 ? undefined : (
                <ul className="ll-list">
                  {sentOn.map((to) => (
                    <li key={to.leadId}>
                      <Link to="/partner-leads/$leadId" params={{ leadId: to.leadId }} className="ll-link">
                        {to.partner.name}
                      </Link>
                      , <AbsoluteTime at={to.at} />
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: 'Withdrawn', value: withdrawnAt === null ? undefined : <AbsoluteTime at={withdrawnAt} /> },
        ]}
      />
    </Panel>
  );
}

function wordTold(told: NonNullable<NonNullable<PartnerLead['customer']>['told']>): string {
  return told === 'told' ? 'Told, and offered other partners' : `Not told: ${words.customerUntold[told]}`;
}

/** What moved the lead on, the latest first. */
export function TimelinePanel({ events }: { events: readonly PartnerLeadEvent[] }) {
  const nameOf = useStorefrontName();
  return (
    <Panel title="Timeline">
      <Timeline>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <strong>{wordEvent(event.type)}</strong>{' '}
            <span className="ll-muted">
              {event.type === 'lead.received' ? 'from' : 'by'} {nameOf(event.by)},{' '}
              <RelativeTime at={event.at} />
            </span>
          </li>
        ))}
      </Timeline>
    </Panel>
  );
}

/** The name of the storefront with a code; whatever is no code stays as it is. */
function useStorefrontName(): (code: string) => string {
  const storefronts = useQuery(storefrontsQuery).data;
  return (code) => storefronts?.find((one) => one.code === code)?.name ?? code;
}
