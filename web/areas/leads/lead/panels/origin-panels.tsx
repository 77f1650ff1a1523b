import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import type { Storefront } from '../../../../../contract/organizations/partners.ts';
import { words } from '../../../../../contract/words.ts';
import { storefrontsQuery } from '../../../../api/queries.ts';
import type { AddressParams } from '../../../../lead-query/list-state.ts';
import { AbsoluteTime, CopyButton, CountryName, FieldList, NoValue, Panel } from '../../../../ui/index.ts';
import { isolated } from '../../../../ui/rich-text.tsx';
import { shared } from '../../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { LongText } from './deal-panel.tsx';
import classes from './panels.module.css';

/** The customer's or the sender's own words. */
export function MessagePanel({ lead }: { lead: Lead }) {
  const title = lead.sender === null ? t('message.fromCustomer') : t('message.fromSender');
  return (
    <Panel title={title}>
      {lead.message === null ? (
        <p className="ll-note">{lead.contactWithheld === null ? shared('noMessage') : shared('withheld')}</p>
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
    <Panel title={words.field.consent}>
      <FieldList
        fields={[
          {
            label: t('consent.toContact'),
            value: consent.contactAllowed ? shared('yes') : t('consent.no'),
          },
          {
            label: t('consent.given'),
            value: consent.at === null ? undefined : <AbsoluteTime at={consent.at} />,
          },
          {
            label: t('consent.country'),
            value: consent.country === null ? undefined : <CountryName code={consent.country} />,
          },
          { label: t('consent.textVersion'), value: consent.textVersion ?? undefined },
        ]}
      />
    </Panel>
  );
}

/** Where the lead came from and why it is here. */
export function OriginPanel({ lead, params }: { lead: Lead; params: AddressParams }) {
  const storefronts = useQuery(storefrontsQuery);
  return (
    <Panel title={t('origin.title')}>
      <FieldList
        fields={[
          { label: words.field.leadSource, value: wordSource(lead.leadSource, storefronts) },
          { label: t('origin.sourceDetail'), value: lead.sourceDetail ?? undefined },
          {
            label: words.field.campaignId,
            // Once there is a deal, its own panel says so.
            value: lead.deal === null ? (lead.campaignId ?? undefined) : undefined,
          },
          {
            label: words.field.callToAction,
            value: lead.callToAction ? words.callToAction[lead.callToAction] : undefined,
          },
          { label: words.field.offer, value: lead.offer?.title ?? undefined },
          { label: shared('offerId'), value: lead.offer?.id ?? undefined },
          { label: words.field.referralProgram, value: lead.referralProgram ?? undefined },
          {
            label: words.field.sentBy,
            value: lead.sender ? `${lead.sender.name}, ${lead.sender.organization}` : undefined,
          },
          {
            label: words.field.location,
            value: lead.location?.name ?? <NoValue label={t('origin.noLocation')} />,
          },
          { label: t('origin.whyHere'), value: lead.routing.reason },
          {
            label: t('origin.asSent'),
            value: lead.mended.length > 0 ? <Mended mended={lead.mended} /> : undefined,
          },
          { label: words.field.received, value: <AbsoluteTime at={lead.createdAt} /> },
          {
            label: t('origin.askedBefore'),
            value: lead.repeatOf ? <EarlierLead repeatOf={lead.repeatOf} params={params} /> : undefined,
          },
          {
            label: words.field.leadId,
            value: (
              <span className="ll-copyable">
                <code className={classes.id}>{lead.id}</code>{' '}
                <CopyButton value={lead.id} label={shared('copy.leadId')} />
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** What was odd about the data from the marketplace, and how it was stored (IN-4). */
function Mended({ mended }: { mended: Lead['mended'] }) {
  return (
    <ul className="ll-list">
      {mended.map(({ field, mending, sent }) => (
        <li key={`${field} ${mending}`}>{describeMending({ field, mending, sent })}</li>
      ))}
    </ul>
  );
}

function describeMending({ field, mending, sent }: Lead['mended'][number]) {
  const what = { field: words.mendedField[field] };
  if (mending !== 'not-understood') return t(`origin.mended.${mending}`, what);
  const hasText = sent === null ? 'no' : 'yes';
  return t.rich('origin.mended.not-understood', { ...what, hasText, sent: sent ?? '', word: isolated });
}

/** The name of the storefront; its code only if the name cannot be found. */
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
  return t.rich('origin.earlierLead', {
    link: (part) => (
      <Link to="/leads/$leadId" params={{ leadId: repeatOf.id }} search={params} className={classes.textLink}>
        {part}
      </Link>
    ),
    time: () => <AbsoluteTime at={repeatOf.createdAt} dayOnly />,
  });
}
