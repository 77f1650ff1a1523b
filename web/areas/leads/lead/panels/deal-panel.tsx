import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import type { AddressParams } from '../../../../lead-query/list-state.ts';
import { CalendarDay, CopyButton, FieldList, Money, NoValue, Panel } from '../../../../ui/index.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './panels.module.css';

/** The deal that the lead has become; before that, what happens when it is accepted. */
export function DealPanel({ lead, onEdit }: { lead: Lead; onEdit: () => void }) {
  const { deal } = lead;
  if (deal === null) {
    if (!lead.allowedActions.includes('accept')) return null;
    return (
      <Panel title={t('deal.title')}>
        <p className="ll-note">{t('deal.notYet')}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={t('deal.title')}
      actions={
        lead.allowedActions.includes('edit') && (
          <EditButton label={shared('action.editDeal')} onClick={onEdit} />
        )
      }
    >
      <FieldList
        fields={[
          { label: words.field.dealName, value: deal.name ?? <NoValue /> },
          { label: words.field.estimatedValue, value: <Money value={deal.value} /> },
          { label: words.field.estimatedPurchase, value: <CalendarDay day={deal.estimatedPurchaseDate} /> },
          { label: words.field.notes, value: <LongText text={deal.notes} /> },
          { label: words.field.crmId, value: <Reference value={deal.crmId} copyLabel={t('copy.crmId')} /> },
          {
            label: words.field.campaignId,
            value: <Reference value={deal.campaignId} copyLabel={t('copy.campaignId')} />,
          },
        ]}
      />
    </Panel>
  );
}

function Reference({ value, copyLabel }: { value: string | null; copyLabel: string }) {
  if (value === null) return <NoValue />;
  return (
    <span className="ll-copyable">
      {value} <CopyButton value={value} label={copyLabel} />
    </span>
  );
}

/** Text with its original line breaks. */
export function LongText({ text }: { text: string | null }) {
  if (text === null) return <NoValue />;
  return (
    <span className={classes.longText} dir="auto">
      {text}
    </span>
  );
}

/** A button that says what it edits. */
export function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPencil size={15} stroke={1.8} aria-hidden />}
      aria-label={label}
      onClick={onClick}
    >
      {shared('action.edit')}
    </Button>
  );
}

/** How an archived lead ended, and why. */
export function ClosingPanel({ lead, params }: { lead: Lead; params: AddressParams }) {
  const { closing, outcome } = lead;
  if (closing === null || outcome === null) return null;
  const duplicateOf = closing.duplicateOfLeadId;
  return (
    <Panel title={t('closing.title')}>
      <FieldList
        fields={[
          { label: words.field.outcome, value: words.status[outcome] },
          { label: words.field.reason, value: wordReason(closing) },
          {
            label: words.field.finalValue,
            value: closing.finalValue ? <Money value={closing.finalValue} /> : undefined,
          },
          {
            label: words.field.duplicateOf,
            value: duplicateOf ? (
              <Link
                to="/leads/$leadId"
                params={{ leadId: duplicateOf }}
                search={params}
                className={classes.textLink}
              >
                {t('closing.otherLead')}
              </Link>
            ) : undefined,
          },
          {
            label: words.field.notes,
            value: closing.notes === null ? undefined : <LongText text={closing.notes} />,
          },
        ]}
      />
    </Panel>
  );
}

function wordReason(closing: NonNullable<Lead['closing']>): string | undefined {
  if (closing.declineReason) return words.declineReason[closing.declineReason];
  if (closing.lostReason) return words.lostReason[closing.lostReason];
  return closing.errorReason ? words.errorReason[closing.errorReason] : undefined;
}
