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
  LeftToRight,
  Mark,
  NoValue,
  Panel,
  QualityMark,
  useNow,
  WithheldMark,
} from '../../../ui/index.ts';
import { absolute, relative } from '../../../ui/rich-moments.tsx';
import { muted, strong } from '../../../ui/rich-text.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { wordEvent } from '../../leads/index.ts';
import { t } from './catalogue.ts';
import classes from './partner-leads.module.css';

/** The lead itself: where it came from and its progress. */
export function OriginPanel({ lead }: { lead: PartnerLead }) {
  const nameOf = useStorefrontName();
  const at = (moment: string | null) => (moment === null ? undefined : <AbsoluteTime at={moment} />);
  return (
    <Panel title={shared('title.lead')}>
      <FieldList
        fields={[
          { label: words.field.country, value: <CountryName code={lead.country} /> },
          { label: words.field.qualification, value: words.qualification[lead.qualification] },
          { label: words.field.sentBy, value: lead.senderName ?? undefined },
          {
            label: words.field.callToAction,
            value: lead.callToAction ? words.callToAction[lead.callToAction] : undefined,
          },
          { label: words.field.offer, value: lead.offer?.title },
          {
            label: words.field.leadSource,
            value: lead.leadSource === null ? undefined : nameOf(lead.leadSource),
          },
          { label: words.field.rating, value: <QualityMark quality={lead.leadQuality} /> },
          { label: words.field.received, value: at(lead.createdAt) },
          { label: words.field.answerDue, value: at(lead.expiresAt) },
          { label: t('lead.origin.answered'), value: at(lead.answeredAt) },
          { label: t('lead.origin.closed'), value: at(lead.closedAt) },
        ]}
      />
    </Panel>
  );
}

/** The customer and their message, if the operator may see them; otherwise the reason why not. */
export function ContactPanel({ lead }: { lead: PartnerLead }) {
  const { contact } = lead;
  if (contact === null) {
    return (
      <Panel title={words.field.contact}>
        <NotShown lead={lead} />
      </Panel>
    );
  }
  return (
    <Panel title={words.field.contact}>
      <FieldList
        fields={[
          { label: words.field.name, value: <bdi>{contactName(contact)}</bdi> },
          { label: words.field.jobTitle, value: contact.title ?? undefined },
          { label: words.field.email, value: contact.email ?? <NoValue /> },
          {
            label: words.field.phone,
            value: contact.phone ? <LeftToRight value={contact.phone} /> : <NoValue />,
          },
          {
            label: words.field.message,
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
      <Mark icon={IconEyeOff} tone="quiet" label={t('lead.contact.notShared')} />
      <p className={`ll-note ${classes.hint}`}>{t('lead.contact.howToShare', { partner: partner.name })}</p>
    </>
  );
}

/** What the customer was told, and how they responded. */
export function CustomerNewsPanel({ customer }: { customer: NonNullable<PartnerLead['customer']> }) {
  const now = useNow();
  const { told, linkEndsAt, withdrawnAt, sentOn } = customer;
  const isOpen = linkEndsAt !== null && Date.parse(linkEndsAt) > now;
  if (told === null && linkEndsAt === null) return null;
  return (
    <Panel title={t('lead.customer.title')}>
      <FieldList
        fields={[
          { label: t('lead.customer.expiry'), value: told === null ? undefined : wordTold(told) },
          {
            label: t('lead.customer.anotherPartner'),
            value:
              linkEndsAt === null
                ? undefined
                : t.rich(isOpen ? 'lead.customer.choiceUntil' : 'lead.customer.choiceEnded', {
                    day: absolute(linkEndsAt, 'day'),
                  }),
          },
          {
            label: t('lead.customer.sentOn'),
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
          {
            label: t('lead.customer.withdrawn'),
            value: withdrawnAt === null ? undefined : <AbsoluteTime at={withdrawnAt} />,
          },
        ]}
      />
    </Panel>
  );
}

function wordTold(told: NonNullable<NonNullable<PartnerLead['customer']>['told']>): string {
  return told === 'told'
    ? t('lead.customer.told')
    : t('lead.customer.notTold', { reason: words.customerUntold[told] });
}

/** The events that changed the lead's state, latest first. */
export function TimelinePanel({ events }: { events: readonly PartnerLeadEvent[] }) {
  const nameOf = useStorefrontName();
  return (
    <Panel title={shared('title.timeline')}>
      <Timeline>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            {t.rich(event.type === 'lead.received' ? 'lead.timeline.from' : 'lead.timeline.by', {
              event: () => strong(wordEvent(event.type)),
              name: nameOf(event.by),
              when: relative(event.at),
              muted,
            })}
          </li>
        ))}
      </Timeline>
    </Panel>
  );
}

/** The name of the storefront with this code; anything else stays as it is. */
function useStorefrontName(): (code: string) => string {
  const storefronts = useQuery(storefrontsQuery).data;
  return (code) => storefronts?.find((one) => one.code === code)?.name ?? code;
}
