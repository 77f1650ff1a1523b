import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LeadContactChecks } from '../../../../contract/contact-checks.ts';
import type { Contact, Lead } from '../../../../contract/leads.ts';
import {
  CopyButton,
  CountryName,
  contactName,
  FieldList,
  NoValue,
  Panel,
  ValidityMark,
  WithheldMark,
} from '../../../ui/index.ts';
import { contactChecksPanelId, contactChecksQuery, standingOf } from '../../contact-checks/index.ts';
import { toMailLink, toPhoneLink } from '../contact-links.ts';
import classes from './panels.module.css';

/** Who the customer is and how to reach them. */
export function CustomerPanel({ lead }: { lead: Lead }) {
  const checks = useQuery(contactChecksQuery(lead.id)).data;
  return (
    <Panel
      title="Customer and contact"
      actions={
        lead.contact !== null && (
          <Button variant="subtle" size="compact-sm" onClick={goToChecks}>
            How we know
          </Button>
        )
      }
    >
      <FieldList
        fields={[
          { label: 'Company', value: lead.customerName ?? <span className="ll-muted">Not stated</span> },
          { label: 'Country', value: <CountryName code={lead.country} /> },
          ...(lead.contact === null ? withheldFields(lead) : contactFields(lead, lead.contact, checks)),
        ]}
      />
    </Panel>
  );
}

function withheldFields(lead: Lead) {
  return [{ label: 'Contact', value: <WithheldMark reason={lead.contactWithheld} /> }];
}

function contactFields(lead: Lead, contact: Contact, checks: LeadContactChecks | undefined) {
  const { email, phone, checking } = standingOf(lead, checks);
  return [
    { label: 'Name', value: contactName(contact) ?? <NoValue /> },
    { label: 'Title', value: contact.title ?? <NoValue /> },
    {
      label: 'E-mail',
      value: (
        <Reach
          what="e-mail address"
          value={contact.email}
          link={toMailLink(contact.email)}
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
      label: 'Phone',
      value: (
        <Reach
          what="phone number"
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
  what: string;
  value: string | null;
  link: string | null;
  mark: React.ReactNode;
}

/** An address or number with what was found out about it and a button that copies it. */
function Reach({ what, value, link, mark }: ReachProps) {
  if (value === null) return <NoValue />;
  return (
    <span className={classes.reach}>
      <span className={classes.reachValue}>
        {link === null ? value : <a href={link}>{value}</a>} <CopyButton value={value} what={what} />
      </span>
      {mark}
    </span>
  );
}

/** To the panel with the checks, which stands far below on a phone. */
function goToChecks() {
  const panel = document.getElementById(contactChecksPanelId);
  panel?.scrollIntoView({ block: 'start' });
  panel?.focus({ preventScroll: true });
}
