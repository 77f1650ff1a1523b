import type { Lead } from '../../../../contract/leads.ts';
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
import { toMailLink, toPhoneLink } from '../contact-links.ts';
import classes from './panels.module.css';

/** Who the customer is and how to reach them. */
export function CustomerPanel({ lead }: { lead: Lead }) {
  return (
    <Panel title="Customer and contact">
      <FieldList
        fields={[
          { label: 'Company', value: lead.customerName ?? <span className="ll-muted">Not stated</span> },
          { label: 'Country', value: <CountryName code={lead.country} /> },
          ...(lead.contact === null ? withheldFields(lead) : contactFields(lead, lead.contact)),
        ]}
      />
    </Panel>
  );
}

function withheldFields(lead: Lead) {
  return [{ label: 'Contact', value: <WithheldMark reason={lead.contactWithheld} /> }];
}

function contactFields(lead: Lead, contact: NonNullable<Lead['contact']>) {
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
          mark={<ValidityMark of="email" validity={lead.emailValidity} />}
        />
      ),
    },
    {
      label: 'Phone',
      value: (
        <Reach
          what="phone number"
          value={contact.phone}
          link={toPhoneLink(contact.phone)}
          mark={<ValidityMark of="phone" validity={lead.phoneValidity} />}
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
