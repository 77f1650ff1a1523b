import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LeadContactChecks } from '../../../../../contract/leads/contact-checks.ts';
import type { Contact, Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import {
  CopyButton,
  CountryName,
  contactName,
  FieldList,
  LeftToRight,
  NoValue,
  Panel,
  ValidityMark,
  WithheldMark,
} from '../../../../ui/index.ts';
import { isolated } from '../../../../ui/rich-text.tsx';
import { shared } from '../../../../ui/words/catalogue.ts';
import { contactChecksPanelId, contactChecksQuery, standingOf } from '../../contact-checks/index.ts';
import { ReplyButton } from '../../reply/index.ts';
import { toMailLink, toPhoneLink } from '../contact-links.ts';
import { t } from './catalogue.ts';

/** Who the customer is and how to reach them. */
export function CustomerPanel({ lead }: { lead: Lead }) {
  const checks = useQuery(contactChecksQuery(lead.id)).data;
  return (
    <Panel
      title={t('customer.title')}
      actions={
        lead.contact !== null && (
          <>
            <ReplyButton lead={lead} />
            <Button variant="subtle" size="compact-sm" onClick={goToChecks}>
              {shared('title.contactChecks')}
            </Button>
          </>
        )
      }
    >
      <FieldList
        fields={[
          {
            label: words.field.company,
            value: bidi(lead.customerName) ?? <span className="ll-muted">{shared('notGiven')}</span>,
          },
          { label: words.field.country, value: <Country lead={lead} /> },
          ...(lead.contact === null ? withheldFields(lead) : contactFields(lead, lead.contact, checks)),
        ]}
      />
    </Panel>
  );
}

/** The country, or the word that was sent for it if that was not understood (IN-4). */
function Country({ lead }: { lead: Lead }) {
  const asSent = lead.mended.find(({ field, sent }) => field === 'country' && sent !== null)?.sent ?? null;
  if (lead.country !== null || asSent === null) return <CountryName code={lead.country} />;
  return t.rich('customer.countryAsSent', { sent: asSent, word: isolated });
}

/** Names may be written from right to left: they must not reorder the characters around them. */
const bidi = (text: string | null) => text && <bdi>{text}</bdi>;

function withheldFields(lead: Lead) {
  return [{ label: words.field.contact, value: <WithheldMark reason={lead.contactWithheld} /> }];
}

function contactFields(lead: Lead, contact: Contact, checks: LeadContactChecks | undefined) {
  const { email, phone, checking } = standingOf(lead, checks);
  return [
    { label: words.field.name, value: bidi(contactName(contact)) ?? <NoValue /> },
    { label: words.field.jobTitle, value: bidi(contact.title) ?? <NoValue /> },
    {
      label: words.field.email,
      value: (
        <Reach
          copyLabel={shared('copy.email')}
          value={contact.email}
          link={toMailLink(checks?.email?.readAs ?? contact.email)}
          mark={
            <ValidityMark
              of="email"
              validity={email?.validity ?? null}
              basis={email?.basis}
              checking={checking}
            />
          }
        />
      ),
    },
    {
      label: words.field.phone,
      value: (
        <Reach
          copyLabel={shared('copy.phone')}
          value={contact.phone}
          link={toPhoneLink(checks?.phone?.e164 ?? contact.phone)}
          mark={
            <ValidityMark
              of="phone"
              validity={phone?.validity ?? null}
              basis={phone?.basis}
              checking={checking}
            />
          }
        />
      ),
    },
  ];
}

interface ReachProps {
  copyLabel: string;
  value: string | null;
  link: string | null;
  mark: React.ReactNode;
}

/** An address or number with the result of its check and a button that copies it. */
function Reach({ copyLabel, value, link, mark }: ReachProps) {
  if (value === null) return <NoValue />;
  const shown = <LeftToRight value={value} />;
  return (
    <span className="ll-facts">
      <span className="ll-copyable">
        {link === null ? shown : <a href={link}>{shown}</a>} <CopyButton value={value} label={copyLabel} />
      </span>
      {mark}
    </span>
  );
}

/** To the panel with the checks, which is far below on a phone. */
function goToChecks() {
  const panel = document.getElementById(contactChecksPanelId);
  panel?.querySelector('details')?.setAttribute('open', '');
  panel?.scrollIntoView({ block: 'start' });
  panel?.focus({ preventScroll: true });
}
