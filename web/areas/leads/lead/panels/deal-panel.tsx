import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { words } from '../../../../../contract/words.ts';
import type { AddressParams } from '../../../../lead-query/list-state.ts';
import { CalendarDay, CopyButton, FieldList, Money, NoValue, Panel } from '../../../../ui/index.ts';
import classes from './panels.module.css';

/** The deal that the lead has become; before that, what accepting does. */
export function DealPanel({ lead, onEdit }: { lead: Lead; onEdit: () => void }) {
  const { deal } = lead;
  if (deal === null) {
    if (!lead.allowedActions.includes('accept')) return null;
    return (
      <Panel title="Deal">
        <p className="ll-note">
          Accept the lead to turn it into a deal with a name, a value, a purchase date and the people who work
          on it.
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      title="Deal"
      actions={lead.allowedActions.includes('edit') && <EditButton what="deal" onClick={onEdit} />}
    >
      <FieldList
        fields={[
          { label: 'Deal name', value: deal.name ?? <NoValue /> },
          { label: 'Estimated value', value: <Money value={deal.value} /> },
          { label: 'Estimated purchase', value: <CalendarDay day={deal.estimatedPurchaseDate} /> },
          { label: 'Notes', value: <LongText text={deal.notes} /> },
          { label: 'CRM id', value: <Reference value={deal.crmId} what="CRM id" /> },
          { label: 'Campaign id', value: <Reference value={deal.campaignId} what="campaign id" /> },
        ]}
      />
    </Panel>
  );
}

function Reference({ value, what }: { value: string | null; what: string }) {
  if (value === null) return <NoValue />;
  return (
    <span className={classes.reachValue}>
      {value} <CopyButton value={value} what={what} />
    </span>
  );
}

/** Text with the line breaks it was written with. */
export function LongText({ text }: { text: string | null }) {
  if (text === null) return <NoValue />;
  return (
    <span className={classes.longText} dir="auto">
      {text}
    </span>
  );
}

/** A button that says what it edits. */
export function EditButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPencil size={15} stroke={1.8} aria-hidden />}
      aria-label={`Edit ${what}`}
      onClick={onClick}
    >
      Edit
    </Button>
  );
}

/** How an archived lead ended, and why. */
export function ClosingPanel({ lead, params }: { lead: Lead; params: AddressParams }) {
  const { closing, outcome } = lead;
  if (closing === null || outcome === null) return null;
  const duplicateOf = closing.duplicateOfLeadId;
  return (
    <Panel title="How it ended">
      <FieldList
        fields={[
          { label: 'Outcome', value: words.status[outcome] },
          { label: 'Reason', value: wordReason(closing) },
          {
            label: 'Final value',
            value: closing.finalValue ? <Money value={closing.finalValue} /> : undefined,
          },
          {
            label: 'Duplicate of',
            value: duplicateOf ? (
              <Link
                to="/leads/$leadId"
                params={{ leadId: duplicateOf }}
                search={params}
                className={classes.textLink}
              >
                the other lead
              </Link>
            ) : undefined,
          },
          { label: 'Notes', value: closing.notes === null ? undefined : <LongText text={closing.notes} /> },
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
