import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import type { Storefront } from '../../../../../contract/organizations/partners.ts';
import { words } from '../../../../../contract/words.ts';
import { storefrontsQuery } from '../../../../api/queries.ts';
import type { AddressParams } from '../../../../lead-query/list-state.ts';
import { AbsoluteTime, CopyButton, CountryName, FieldList, NoValue, Panel } from '../../../../ui/index.ts';
import { LongText } from './deal-panel.tsx';
import classes from './panels.module.css';

/** The customer's or the sender's own words. */
export function MessagePanel({ lead }: { lead: Lead }) {
  const title = lead.sender === null ? 'What the customer wrote' : 'What the sender wrote';
  return (
    <Panel title={title}>
      {lead.message === null ? (
        <p className="ll-note">
          {lead.contactWithheld === null ? 'No message.' : 'Withheld together with the contact.'}
        </p>
      ) : (
        <LongText text={lead.message} />
      )}
    </Panel>
  );
}

/** Who agreed to be contacted, when, with which text (IN-6). */
export function ConsentPanel({ lead }: { lead: Lead }) {
  const { consent } = lead;
  return (
    <Panel title="Consent">
      <FieldList
        fields={[
          {
            label: 'To be contacted',
            value: consent.contactAllowed ? 'Yes' : 'No: do not contact',
          },
          { label: 'Given', value: consent.at === null ? undefined : <AbsoluteTime at={consent.at} /> },
          {
            label: 'Country selected',
            value: consent.country === null ? undefined : <CountryName code={consent.country} />,
          },
          { label: 'Text version', value: consent.textVersion ?? undefined },
        ]}
      />
    </Panel>
  );
}

/** Where the lead came from and why it is here. */
export function OriginPanel({ lead, params }: { lead: Lead; params: AddressParams }) {
  const storefronts = useQuery(storefrontsQuery);
  return (
    <Panel title="Where it came from">
      <FieldList
        fields={[
          { label: 'Lead source', value: wordSource(lead.leadSource, storefronts) },
          {
            label: 'Call to action',
            value: lead.callToAction ? words.callToAction[lead.callToAction] : undefined,
          },
          { label: 'Offer', value: lead.offer?.title ?? undefined },
          { label: 'Offer id', value: lead.offer?.id ?? undefined },
          {
            label: 'Sent by',
            value: lead.sender ? `${lead.sender.name}, ${lead.sender.organization}` : undefined,
          },
          { label: 'Location', value: lead.location?.name ?? <NoValue label="No location" /> },
          { label: 'Why here', value: lead.routing.reason },
          { label: 'As sent', value: lead.mended.length > 0 ? <Mended mended={lead.mended} /> : undefined },
          { label: 'Received', value: <AbsoluteTime at={lead.createdAt} /> },
          {
            label: 'Asked before',
            value: lead.repeatOf ? <EarlierLead repeatOf={lead.repeatOf} params={params} /> : undefined,
          },
          {
            label: 'Lead id',
            value: (
              <span className={classes.reachValue}>
                <code className={classes.id}>{lead.id}</code> <CopyButton value={lead.id} what="lead id" />
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** What was odd in what the marketplace sent, and how it was kept (IN-4). */
function Mended({ mended }: { mended: Lead['mended'] }) {
  return (
    <ul className="ll-list">
      {mended.map(({ field, mending, sent }) => (
        <li key={`${field} ${mending}`}>
          {words.mendedField[field]} {words.mending[mending]}
          {sent !== null && (
            <>
              : “<bdi>{sent}</bdi>”
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The name of the storefront; its code only when the names cannot be had. */
function wordSource(code: string | null, storefronts: { data?: Storefront[]; isPending: boolean }) {
  if (code === null) return undefined;
  if (storefronts.isPending) return <Skeleton height={14} width="9rem" my={4} />;
  return storefronts.data?.find((storefront) => storefront.code === code)?.name ?? code;
}

function EarlierLead({
  repeatOf,
  params,
}: {
  repeatOf: NonNullable<Lead['repeatOf']>;
  params: AddressParams;
}) {
  return (
    <>
      <Link to="/leads/$leadId" params={{ leadId: repeatOf.id }} search={params} className={classes.textLink}>
        Earlier lead
      </Link>{' '}
      of this customer about the same offer, <AbsoluteTime at={repeatOf.createdAt} dayOnly />
    </>
  );
}
