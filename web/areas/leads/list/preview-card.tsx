import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
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
  LeftToRight,
  Money,
  RelativeTime,
  StatusBadge,
  TestMark,
  ValidityMark,
  WithheldMark,
} from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { StepBriefly } from '../next-step/step-line.tsx';
import { t } from './catalogue.ts';
import { type CellContext, type Column, leadKind } from './columns.tsx';
import type { Answer, ListView } from './list-view.ts';
import classes from './preview.module.css';
import { type Preview, type PreviewAnchor, previewId } from './use-preview.ts';

const widthPx = 384;
const gapPx = 6;

function place(anchor: PreviewAnchor) {
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - widthPx - 16));
  const [above, below] = [anchor.rowTop, window.innerHeight - anchor.rowBottom];
  // On the side with more room, and no taller than that: all of it can be reached.
  const maxHeight = Math.max(above, below) - gapPx - 8;
  return above > below
    ? { left, maxHeight, bottom: window.innerHeight - anchor.rowTop + gapPx }
    : { left, maxHeight, top: anchor.rowBottom + gapPx };
}

interface Props extends Pick<ListView, 'open'> {
  preview: Preview;
  leads: LeadSummary[];
  /** What the row shows anyway. */
  columns: readonly Column[];
  context: CellContext;
  onAnswer: Answer;
}

/**
 * A summary of a lead next to its row, with what can be done about it. It takes the focus only when it was opened with
 * its key.
 */
export function PreviewCard({ preview, leads, columns, context, open, onAnswer }: Props) {
  const { anchor, isPinned, unpin, keep, leave } = preview;
  const card = useRef<HTMLDivElement>(null);
  const leadId = anchor?.leadId;
  useEffect(() => {
    if (isPinned && leadId) card.current?.querySelector('button')?.focus();
  }, [isPinned, leadId]);
  const lead = leads.find((one) => one.id === leadId);
  if (!anchor || !lead) return null;
  const asDialog = { role: 'dialog', 'aria-label': customerLabel(lead) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role, one of two
    <div
      ref={card}
      id={previewId}
      {...(isPinned ? asDialog : { role: 'tooltip' })}
      className={classes.card}
      style={place(anchor)}
      onPointerEnter={keep}
      onPointerLeave={leave}
      onKeyDown={(press) => {
        if (!isPinned || press.key !== 'Escape') return;
        press.stopPropagation();
        unpin();
      }}
      onBlur={({ relatedTarget }) => {
        if (isPinned && relatedTarget !== null && !card.current?.contains(relatedTarget)) unpin();
      }}
    >
      <PreviewContent lead={lead} columns={columns} context={context} byKey={isPinned} />
      <Deeds
        lead={lead}
        open={open}
        byKey={isPinned}
        onAnswer={(...answer) => {
          unpin();
          leave();
          onAnswer(...answer);
        }}
      />
    </div>
  );
}

/** What can be done; in a tooltip, the keyboard has the keys of the list instead. */
function Deeds({
  lead,
  open,
  byKey,
  onAnswer,
}: Pick<Props, 'open' | 'onAnswer'> & { lead: LeadSummary; byKey: boolean }) {
  const tabIndex = byKey ? undefined : -1;
  const answers = (['accept', 'decline'] as const).filter((one) => lead.allowedActions.includes(one));
  return (
    <div className={classes.deeds}>
      <Button size="compact-sm" variant="default" tabIndex={tabIndex} onClick={() => open(lead)}>
        {t('rowMenu.open')}
      </Button>
      {answers.map((answer) => (
        <Button
          key={answer}
          size="compact-sm"
          variant={answer === 'accept' ? 'filled' : 'default'}
          tabIndex={tabIndex}
          onClick={() => onAnswer(lead, answer)}
        >
          {t(`rowMenu.${answer}`)}
        </Button>
      ))}
    </div>
  );
}

interface ReachProps {
  value: string | null | undefined;
  of: 'email' | 'phone';
  lead: LeadSummary;
  byKey: boolean;
}

function Reach({ value, of, lead, byKey }: ReachProps) {
  const validity = of === 'email' ? lead.emailValidity : lead.phoneValidity;
  return (
    <span className={classes.reach}>
      {value && (
        <span className={classes.address}>
          <LeftToRight value={value} />{' '}
          <CopyButton value={value} label={shared(`copy.${of}`)} pointerOnly={!byKey} />
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
    <p
      className={classes.message}
      dir="auto"
      data-loading={(data === undefined && lead.messageStart === null) || undefined}
    >
      {data?.message ?? lead.messageStart ?? ''}
    </p>
  );
}

function contactFields(lead: LeadSummary, byKey: boolean) {
  if (lead.contactWithheld)
    return [{ label: words.field.contact, value: <WithheldMark reason={lead.contactWithheld} /> }];
  const person = [contactName(lead.contact), lead.contact?.title].filter(Boolean).join(', ');
  return [
    { label: words.field.contact, value: person || undefined },
    {
      label: words.field.emailBriefly,
      value: <Reach value={lead.contact?.email} of="email" lead={lead} byKey={byKey} />,
    },
    {
      label: words.field.phoneBriefly,
      value: <Reach value={lead.contact?.phone} of="phone" lead={lead} byKey={byKey} />,
    },
  ];
}

interface ContentProps extends Pick<Props, 'columns' | 'context'> {
  lead: LeadSummary;
  byKey: boolean;
}

/** The facts that a column may show as well: then the row says them already. */
function factsOf(lead: LeadSummary, context: CellContext): Partial<Record<Column['id'], Fact>> {
  return {
    country: {
      label: words.field.country,
      value: lead.country ? <CountryName code={lead.country} /> : undefined,
    },
    source: {
      label: words.field.leadSourceBriefly,
      value: lead.leadSource ? context.sourceName(lead.leadSource) : undefined,
    },
    offer: { label: words.field.offer, value: lead.offer?.title },
    location: { label: words.field.location, value: lead.location?.name },
    assignedTo: { label: words.field.owner, value: lead.assignedTo && <bdi>{lead.assignedTo.name}</bdi> },
    dealName: { label: t('preview.deal'), value: lead.dealName ?? undefined },
    dealValue: {
      label: words.field.value,
      value: lead.dealValue ? <Money value={lead.dealValue} /> : undefined,
    },
    estimatedPurchase: {
      label: words.field.estimatedPurchase,
      value: lead.estimatedPurchaseDate ? <CalendarDay day={lead.estimatedPurchaseDate} /> : undefined,
    },
    stage: { label: words.field.stage, value: lead.stage ? words.stage[lead.stage] : undefined },
    nextStep: {
      label: words.field.nextStep,
      value: lead.nextStep ? <StepBriefly step={lead.nextStep} /> : undefined,
    },
    notes: { label: words.field.notes, value: lead.notesStart ?? undefined },
    expires: {
      label: words.field.expires,
      value: lead.expiresAt ? <RelativeTime at={lead.expiresAt} /> : undefined,
    },
  };
}

interface Fact {
  label: string;
  value: ReactNode;
}

function PreviewContent({ lead, columns, context, byKey }: ContentProps) {
  const facts = Object.entries(factsOf(lead, context))
    .filter(([id]) => !columns.some((column) => column.id === id))
    .map(([, fact]) => fact);
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
      <FieldList fields={[...contactFields(lead, byKey), ...facts]} />
    </>
  );
}
