import { useQuery } from '@tanstack/react-query';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { leadQuery } from '../../../api/queries.ts';
import {
  CalendarDay,
  CopyButton,
  CountryName,
  contactName,
  customerLabel,
  FieldList,
  HotMark,
  Money,
  RelativeTime,
  StatusBadge,
  TestMark,
  ValidityMark,
  WithheldMark,
} from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { type CellContext, leadKind } from './columns.tsx';
import classes from './preview.module.css';
import { type Preview, type PreviewAnchor, previewId } from './use-preview.ts';

const widthPx = 384;
const gapPx = 6;

function place(anchor: PreviewAnchor) {
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - widthPx - 16));
  return anchor.rowBottom > window.innerHeight * 0.55
    ? { left, bottom: window.innerHeight - anchor.rowTop + gapPx }
    : { left, top: anchor.rowBottom + gapPx };
}

interface Props {
  preview: Preview;
  leads: LeadSummary[];
  context: CellContext;
}

/** A summary of a lead next to its row; it never takes the focus. */
export function PreviewCard({ preview, leads, context }: Props) {
  const { anchor, keep, leave } = preview;
  const lead = leads.find((one) => one.id === anchor?.leadId);
  if (!anchor || !lead) return null;
  return (
    <div
      id={previewId}
      role="tooltip"
      className={classes.card}
      style={place(anchor)}
      onPointerEnter={keep}
      onPointerLeave={leave}
    >
      <PreviewContent lead={lead} context={context} />
    </div>
  );
}

function Reach({
  value,
  of,
  lead,
}: {
  value: string | null | undefined;
  of: 'email' | 'phone';
  lead: LeadSummary;
}) {
  const validity = of === 'email' ? lead.emailValidity : lead.phoneValidity;
  return (
    <span className={classes.reach}>
      {value && (
        <span className={classes.address}>
          {value} <CopyButton value={value} label={t(`copy.${of}`)} pointerOnly />
        </span>
      )}
      <ValidityMark of={of} validity={validity} checking={lead.checking} />
    </span>
  );
}

/** The first lines of the customer's message; this loads the lead, so opening it afterwards is instant. */
function Message({ lead }: { lead: LeadSummary }) {
  const { data } = useQuery({ ...leadQuery(lead.id), enabled: lead.contactWithheld === null });
  if (lead.contactWithheld !== null || data?.message === null) return null;
  return (
    <p className={classes.message} dir="auto" data-loading={data === undefined || undefined}>
      {data?.message ?? ''}
    </p>
  );
}

function contactFields(lead: LeadSummary) {
  if (lead.contactWithheld)
    return [{ label: t('preview.contact'), value: <WithheldMark reason={lead.contactWithheld} /> }];
  const person = [contactName(lead.contact), lead.contact?.title].filter(Boolean).join(', ');
  return [
    { label: t('preview.contact'), value: person || undefined },
    { label: t('preview.email'), value: <Reach value={lead.contact?.email} of="email" lead={lead} /> },
    { label: t('preview.phone'), value: <Reach value={lead.contact?.phone} of="phone" lead={lead} /> },
  ];
}

function PreviewContent({ lead, context }: { lead: LeadSummary; context: CellContext }) {
  const fields = [
    ...contactFields(lead),
    { label: t('preview.country'), value: lead.country ? <CountryName code={lead.country} /> : undefined },
    { label: t('preview.source'), value: lead.leadSource ? context.sourceName(lead.leadSource) : undefined },
    { label: t('preview.offer'), value: lead.offer?.title },
    { label: t('preview.location'), value: lead.location?.name },
    { label: t('preview.owner'), value: lead.assignedTo && <bdi>{lead.assignedTo.name}</bdi> },
    { label: t('preview.deal'), value: lead.dealName ?? undefined },
    { label: t('preview.value'), value: lead.dealValue ? <Money value={lead.dealValue} /> : undefined },
    {
      label: t('preview.estimatedPurchase'),
      value: lead.estimatedPurchaseDate ? <CalendarDay day={lead.estimatedPurchaseDate} /> : undefined,
    },
    { label: t('preview.expires'), value: lead.expiresAt ? <RelativeTime at={lead.expiresAt} /> : undefined },
  ];
  return (
    <>
      <div className={classes.title}>
        <bdi>{customerLabel(lead)}</bdi>
      </div>
      <div className={classes.badges}>
        <StatusBadge lead={lead} />
        <span className="ll-muted">{leadKind(lead)}</span>
        <HotMark lead={lead} withWords />
        {lead.isTest && <TestMark />}
      </div>
      <Message lead={lead} />
      <FieldList fields={fields} />
    </>
  );
}
