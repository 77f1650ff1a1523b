import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
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
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { type CellContext, leadKind } from './columns.tsx';
import type { Answer } from './list-view.ts';
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
  onAnswer: Answer;
}

/** A summary of a lead next to its row; it never takes the focus. */
export function PreviewCard({ preview, leads, context, onAnswer }: Props) {
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
      <Answers
        lead={lead}
        onAnswer={(...answer) => {
          leave();
          onAnswer(...answer);
        }}
      />
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
          {value} <CopyButton value={value} label={shared(`copy.${of}`)} pointerOnly />
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

const answers = ['decline', 'accept'] as const;

/** For the pointer: with the keyboard, `a` and `d` answer the lead that has the focus. */
function Answers({ lead, onAnswer }: { lead: LeadSummary; onAnswer: Answer }) {
  const allowed = answers.filter((action) => lead.allowedActions.includes(action));
  if (allowed.length === 0) return null;
  return (
    <div className={classes.answers}>
      {allowed.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant={action === 'accept' ? 'filled' : 'default'}
          tabIndex={-1}
          onClick={() => onAnswer(lead, action)}
        >
          {t(`preview.${action}`)}
        </Button>
      ))}
    </div>
  );
}

function contactFields(lead: LeadSummary) {
  if (lead.contactWithheld)
    return [{ label: words.field.contact, value: <WithheldMark reason={lead.contactWithheld} /> }];
  const person = [contactName(lead.contact), lead.contact?.title].filter(Boolean).join(', ');
  return [
    { label: words.field.contact, value: person || undefined },
    { label: words.field.emailBriefly, value: <Reach value={lead.contact?.email} of="email" lead={lead} /> },
    { label: words.field.phoneBriefly, value: <Reach value={lead.contact?.phone} of="phone" lead={lead} /> },
  ];
}

function PreviewContent({ lead, context }: { lead: LeadSummary; context: CellContext }) {
  const fields = [
    ...contactFields(lead),
    { label: words.field.country, value: lead.country ? <CountryName code={lead.country} /> : undefined },
    {
      label: words.field.leadSourceBriefly,
      value: lead.leadSource ? context.sourceName(lead.leadSource) : undefined,
    },
    { label: words.field.offer, value: lead.offer?.title },
    { label: words.field.location, value: lead.location?.name },
    { label: words.field.owner, value: lead.assignedTo && <bdi>{lead.assignedTo.name}</bdi> },
    { label: t('preview.deal'), value: lead.dealName ?? undefined },
    { label: words.field.value, value: lead.dealValue ? <Money value={lead.dealValue} /> : undefined },
    {
      label: words.field.estimatedPurchase,
      value: lead.estimatedPurchaseDate ? <CalendarDay day={lead.estimatedPurchaseDate} /> : undefined,
    },
    { label: words.field.expires, value: lead.expiresAt ? <RelativeTime at={lead.expiresAt} /> : undefined },
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
