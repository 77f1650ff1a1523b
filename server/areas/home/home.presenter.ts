import type { HomeDeal, HomeLead, HomeStep, LeadToAnswer } from '../../../contract/home/home.ts';
import type { LeadQuality } from '../../../contract/leads/lists.ts';
import type { Action } from '../../../contract/messages/action-center.ts';
import { localDay } from '../../platform/local-day.ts';
import { type CustomerRow, customerShown, type DueStep, type StepClock } from '../leads/index.ts';

export interface HomeLeadRow extends CustomerRow {
  readonly country: string | null;
  readonly offer_title: string | null;
  readonly lead_quality: LeadQuality | null;
  readonly received_at: Date;
  readonly hot_until: Date | null;
}

export interface HomeDealRow extends CustomerRow {
  readonly deal_name: string | null;
  readonly deal_value_minor: number | null;
  readonly deal_currency: string | null;
  readonly estimated_purchase_date: string | null;
}

/** Row → wire. */
export function presentHomeLead(row: HomeLeadRow, now: Date): HomeLead {
  const isHot = row.hot_until !== null && row.hot_until > now;
  return {
    id: row.id,
    customer: customerShown(row, now),
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

/** @param clock whose day counts */
export function presentHomeStep(
  { row, step, dueAt }: DueStep,
  { timeZone }: Pick<StepClock, 'timeZone'>,
  now: Date,
): HomeStep {
  return {
    id: row.id,
    customer: customerShown(row, now),
    what: step.what,
    dueAt: dueAt.toISOString(),
    overdue: localDay(dueAt, timeZone) < localDay(now, timeZone),
  };
}

/** @param today the calendar day of the reader, YYYY-MM-DD */
export function presentHomeDeal(row: HomeDealRow, today: string, now: Date): HomeDeal {
  const { deal_value_minor: amountMinor, deal_currency: currency, estimated_purchase_date: day } = row;
  return {
    id: row.id,
    name: row.deal_name,
    customer: customerShown(row, now),
    value: amountMinor === null || currency === null ? null : { amountMinor, currency },
    estimatedPurchaseDate: day,
    overdue: day !== null && day < today,
  };
}
