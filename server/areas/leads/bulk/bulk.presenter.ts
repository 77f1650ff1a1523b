import { fallbackLanguage, type Language } from '../../../../contract/languages/languages.ts';
import type { BulkAction, BulkRefusalEntry } from '../../../../contract/leads/bulk.ts';
import { sentence as leadSentence } from '../catalogue.ts';
import type { BulkActionRow } from './bulk.repo.ts';
import { planUndo, type UndoFacts } from './bulk.rules.ts';
import type { ReportedLead } from './bulk-leads.repo.ts';
import { sentence } from './catalogue.ts';

/** What decides whether a stored bulk action can be undone. */
export function undoFactsOf(row: BulkActionRow): UndoFacts {
  const { action, state, ended_at: endedAt, undoes, undone_by: undoneBy } = row;
  return { action, state, endedAt, undoes, undoneBy };
}

/** A bulk action on the wire. */
export function presentBulkAction(row: BulkActionRow, now: Date): BulkAction {
  const undo = planUndo(undoFactsOf(row), now);
  return {
    id: row.id,
    action: row.action,
    state: row.state,
    total: row.total,
    done: row.done,
    refused: row.refused,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    undoableUntil: 'until' in undo ? undo.until.toISOString() : null,
    undoes: row.undoes,
    undoneBy: row.undone_by,
  };
}

/** Why a lead was left alone, in a sentence of the reader's language. */
function reasonOf({ reason, lead_state: state }: ReportedLead, language: Language): string {
  if (reason === null) return '';
  const said =
    reason === 'not-possible'
      ? leadSentence(`notPossible.${state ?? 'informational'}`)
      : sentence(`refused.${reason}`);
  return said.in(language);
}

/** A lead that was left alone, on the wire, in the reader's language. */
export function presentRefusal(row: ReportedLead, language: Language = fallbackLanguage): BulkRefusalEntry {
  return {
    leadId: row.lead_id,
    customerName: row.customer_name,
    reason: row.reason ?? 'not-found',
    message: reasonOf(row, language),
  };
}

/** The cells of a line of the report, in the reader's language. */
export function reportCells(row: ReportedLead, language: Language = fallbackLanguage): (string | null)[] {
  const result = sentence(`report.${row.outcome ?? 'open'}`).in(language);
  return [row.lead_id, row.customer_name, result, reasonOf(row, language)];
}

/** The names of the columns of the report, in the reader's language. */
export function reportHeader(language: Language = fallbackLanguage): string[] {
  return (['id', 'customer', 'result', 'reason'] as const).map((name) =>
    sentence(`report.${name}`).in(language),
  );
}
