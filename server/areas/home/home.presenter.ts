import type { HomeDeal, HomeLead, LeadToAnswer } from '../../../contract/home/home.ts';
import type { LeadQuality, LeadState } from '../../../contract/leads/lists.ts';
import type { Action } from '../../../contract/messages/action-center.ts';
import { contactWithheld, factsOf } from '../leads/index.ts';

/** What the name of a customer depends on. */
interface NameRow {
  readonly id: string;
  readonly status: LeadState | null;
  readonly expires_at: Date | null;
  readonly available_until: Date | null;
  readonly contact_allowed: boolean;
  readonly customer_name: string | null;
  readonly contact_first_name: string | null;
  readonly contact_last_name: string | null;
}

export interface HomeLeadRow extends NameRow {
  readonly country: string | null;
  readonly offer_title: string | null;
  readonly lead_quality: LeadQuality | null;
  readonly received_at: Date;
  readonly hot_until: Date | null;
}

export interface HomeDealRow extends NameRow {
  readonly deal_name: string | null;
  readonly deal_value_minor: number | null;
  readonly deal_currency: string | null;
  readonly estimated_purchase_date: string | null;
}

/** The contact of a lead by name, where it stands in for the company; undefined where it is not shown (LC-4, IN-6). */
export function contactShown(row: NameRow, now: Date): string | undefined {
  if (row.customer_name !== null || contactWithheld(factsOf(row), now) !== null) return undefined;
  const name = [row.contact_first_name, row.contact_last_name].filter((part) => part !== null).join(' ');
  return name === '' ? undefined : name;
}

const customerOf = (row: NameRow, now: Date) => row.customer_name ?? contactShown(row, now) ?? null;

/** Row → wire. */
export function presentHomeLead(row: HomeLeadRow, now: Date): HomeLead {
  const isHot = row.hot_until !== null && row.hot_until > now;
  return {
    id: row.id,
    customer: customerOf(row, now),
    country: row.country,
    offerTitle: row.offer_title,
    leadQuality: row.lead_quality,
    createdAt: row.received_at.toISOString(),
    hotUntil: isHot ? (row.hot_until?.toISOString() ?? null) : null,
  };
}

/** Row → wire, with when it is due; undefined when it is not due soon. */
export function presentLeadToAnswer(
  row: HomeLeadRow,
  { dueAt, urgency }: Pick<Action, 'dueAt' | 'urgency'>,
  now: Date,
): LeadToAnswer | undefined {
  if (dueAt === null || urgency === 'later') return undefined;
  return { ...presentHomeLead(row, now), dueAt, urgency };
}

/** @param today the calendar day of the reader, YYYY-MM-DD */
export function presentHomeDeal(row: HomeDealRow, today: string, now: Date): HomeDeal {
  const { deal_value_minor: amountMinor, deal_currency: currency, estimated_purchase_date: day } = row;
  return {
    id: row.id,
    name: row.deal_name,
    customer: customerOf(row, now),
    value: amountMinor === null || currency === null ? null : { amountMinor, currency },
    estimatedPurchaseDate: day,
    overdue: day !== null && day < today,
  };
}
