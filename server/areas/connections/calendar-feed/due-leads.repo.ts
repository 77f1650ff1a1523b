import { storedTabs } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { factsOf, isOwn, type LeadScope, nextStepOf, visibleTo } from '../../leads/index.ts';
import type { DueLead } from './calendar-feed.rules.ts';

const columns = [
  'lead.id',
  'lead.version',
  'lead.customer_name',
  'lead.offer_title',
  'lead.received_at',
  'lead.updated_at',
] as const;

/** Leads waiting for an answer, earliest deadline first; at most `limit` of each tab. */
export async function listUnanswered(tx: Transaction, scope: LeadScope, limit: number): Promise<DueLead[]> {
  const found: DueLead[] = [];
  // The deadline index is read one tab at a time.
  for (const tab of storedTabs) {
    const rows = await tx
      .selectFrom('lead')
      .select([...columns, 'lead.expires_at'])
      .where(visibleTo(scope))
      .where('lead.tab', '=', tab)
      .where('lead.status', '=', 'Received')
      .where('lead.expiry_sort', '>', scope.now)
      .orderBy('lead.expiry_sort')
      .limit(limit)
      .execute();
    for (const row of rows) {
      if (row.expires_at) found.push({ ...toDueLead(row), kind: 'answer', expiresAt: row.expires_at });
    }
  }
  return found;
}

/** Accepted leads with an estimated purchase date: the next ones from the day on, and the latest ones before it. */
export async function listPurchases(
  tx: Transaction,
  scope: LeadScope,
  day: string,
  limit: number,
): Promise<DueLead[]> {
  const accepted = tx
    .selectFrom('lead')
    .select([...columns, 'lead.estimated_purchase_date'])
    .where(visibleTo(scope))
    .where('lead.status', '=', 'Accepted')
    .limit(limit);
  const ahead = await accepted
    .where('lead.estimated_purchase_date', '>=', day)
    .orderBy('lead.estimated_purchase_date')
    .execute();
  const behind = await accepted
    .where('lead.estimated_purchase_date', '<', day)
    .orderBy('lead.estimated_purchase_date', 'desc')
    .execute();
  return [...ahead, ...behind].flatMap((row) =>
    row.estimated_purchase_date === null
      ? []
      : [{ ...toDueLead(row), kind: 'purchase' as const, day: row.estimated_purchase_date }],
  );
}

/** Next steps of the person's own leads: the next ones from the day on, and the latest ones before it. */
export async function listSteps(
  tx: Transaction,
  scope: LeadScope,
  day: string,
  limit: number,
): Promise<DueLead[]> {
  const planned = tx
    .selectFrom('lead')
    .select([
      ...columns,
      'lead.status',
      'lead.expires_at',
      'lead.available_until',
      'lead.contact_allowed',
      'lead.next_step',
      'lead.next_step_day',
      'lead.next_step_at',
    ])
    .where(visibleTo(scope))
    .where((eb) => isOwn(eb, scope))
    .limit(limit);
  const ahead = await planned.where('lead.next_step_day', '>=', day).orderBy('lead.next_step_day').execute();
  const behind = await planned
    .where('lead.next_step_day', '<', day)
    .orderBy('lead.next_step_day', 'desc')
    .execute();
  return [...ahead, ...behind].flatMap((row) => {
    const step = nextStepOf(row, factsOf(row), scope.now);
    if (step === null) return [];
    const { what, day: on, at } = step;
    const when = at === null ? null : new Date(at);
    return [{ ...toDueLead(row), kind: 'step' as const, what, day: on, at: when }];
  });
}

interface Row {
  id: string;
  version: number;
  customer_name: string | null;
  offer_title: string | null;
  received_at: Date;
  updated_at: Date;
}

function toDueLead(row: Row) {
  return {
    leadId: row.id,
    version: row.version,
    about: row.customer_name ?? row.offer_title,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
  };
}
