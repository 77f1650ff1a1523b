import type { ReactNode } from 'react';
import type { LeadEvent } from '../../../../../contract/leads/leads.ts';
import type { LeadEventType } from '../../../../../contract/leads/lists.ts';
import type { Money } from '../../../../../contract/money.ts';
import { words } from '../../../../../contract/words.ts';
import { formatDay, formatInstant, formatMoney, formatNumber } from '../../../../ui/format.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import type { DealField } from '../deal-values.ts';
import { t } from './catalogue.ts';

export interface TimelineContext {
  /** Undefined: the browser's locale. */
  locale: string | undefined;
  /** Undefined: the browser's time zone. */
  timeZone?: string | undefined;
  /** The name of a person of the organization, if known. */
  nameOf: (personId: string) => string | undefined;
}

export interface WordedChange {
  label: string;
  /** Null when there was nothing. */
  before: string | null;
  /** Null when there is nothing left. */
  after: string | null;
}

/** What happened, in one or two words. */
export function wordEvent(type: LeadEventType): string {
  return words.leadEvent[type] ?? t('event.unknown');
}

/** Who did it; a marketplace is called by the name of the storefront whose code the event has. */
export function wordActor(actor: LeadEvent['actor'], storefrontName = (code: string) => code): string {
  switch (actor.kind) {
    case 'marketplace':
      return actor.name === 'Marketplace' ? t('actor.marketplace') : storefrontName(actor.name);
    case 'token':
      return t('actor.token', { name: actor.name });
    case 'customer':
      return ['', 'Customer'].includes(actor.name)
        ? t('actor.customer')
        : t('actor.customerNamed', { name: actor.name });
    case 'system':
      return 'Leadlight';
    default:
      return actor.nameNow === null
        ? actor.name
        : t('actor.renamed', { name: actor.name, nameNow: actor.nameNow });
  }
}

/** How the event and the actor in its line are shown. */
interface LineMarks {
  strong: (part: ReactNode) => ReactNode;
  muted: (part: ReactNode) => ReactNode;
}

/** What happened and who did it: a lead is received from someone, everything else is done by someone. */
export function wordLine(
  event: Pick<LeadEvent, 'type' | 'actor'>,
  actor: string,
  { strong, muted }: LineMarks,
): ReactNode {
  const isSent = event.type === 'lead.received' && event.actor.kind !== 'system';
  const values = { event: () => strong(wordEvent(event.type)), actor, muted };
  return isSent ? t.rich('origin.from', values) : t.rich('origin.by', values);
}

const dealFieldWords: Readonly<Record<DealField, string>> = {
  dealName: words.field.dealName,
  estimatedValue: words.field.estimatedValue,
  estimatedPurchaseDate: words.field.estimatedPurchase,
  notes: words.field.notes,
  crmId: words.field.crmId,
  campaignId: words.field.campaignId,
  teamMemberIds: words.field.team,
  employees: words.field.employees,
};
const fieldWords: Readonly<Record<string, string>> = {
  ...dealFieldWords,
  assignedTo: words.field.owner,
  mentioned: t('field.mentioned'),
  activityKind: t('field.activityKind'),
  activityOutcome: words.field.outcome,
  activityAt: t('field.activityAt'),
  nextStepDay: words.field.nextStep,
  dealValue: words.field.estimatedValue,
  team: words.field.team,
  finalValue: words.field.finalValue,
  reason: words.field.reason,
  declineReason: words.field.reason,
  lostReason: words.field.reason,
  errorReason: words.field.reason,
  status: words.field.status,
  outcome: words.field.outcome,
  location: words.field.location,
  locationId: words.field.location,
  organizationId: words.field.partner,
  duplicateOfLeadId: words.field.duplicateOf,
  leadQuality: words.field.leadQuality,
  emailValidity: words.filter.emailValidity,
  phoneValidity: words.filter.phoneValidity,
  expiresAt: words.field.answerDue,
  ...words.subStage,
};

/** The label of a changed field; an unknown name is spelled out. */
export function wordField(field: string): string {
  const name = field.split('.').pop() ?? field;
  const known = fieldWords[name];
  if (known !== undefined) return known;
  const spelled = name.replace(/([a-z])([A-Z])/gu, '$1 $2').toLowerCase();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** Events whose name already says the status of the lead. */
const tellsStatus: ReadonlySet<LeadEventType> = new Set([
  'lead.accepted',
  'lead.declined',
  'lead.won',
  'lead.lost',
  'lead.expired',
  'lead.closed-as-error',
]);

/** What changed, before and after, in words; changes where both read the same are left out. */
export function wordChanges(
  event: Pick<LeadEvent, 'changes'> & { type?: LeadEventType },
  context: TimelineContext,
): WordedChange[] {
  const implied = event.type !== undefined && tellsStatus.has(event.type);
  return (
    event.changes
      // Which activity it was, is for programs.
      .filter(
        ({ field }) => field !== 'activityId' && !(implied && (field === 'status' || field === 'outcome')),
      )
      .map((change) => ({
        label: wordField(change.field),
        before: wordValue(change.field, change.before, context),
        after: wordValue(change.field, change.after, context),
      }))
      .filter((change) => change.before !== change.after)
  );
}

const closedLists: Readonly<Record<string, string>> = {
  ...words.status,
  ...words.leadQuality,
  ...words.emailValidity,
  ...words.lostReason,
  ...words.declineReason,
  ...words.errorReason,
  ...words.activityKind,
  ...words.activityOutcome,
};
const closedListFields = /(?:status|outcome|quality|validity|reason|kind)$/iu;
const ticked = /subStages/u;

function wordValue(field: string, value: unknown, context: TimelineContext): string | null {
  if (ticked.test(field))
    return value === null || value === undefined || value === false
      ? t('value.notTicked')
      : t('value.ticked');
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => wordValue(field, item, context)).filter((item) => item !== null);
    return items.length === 0 ? null : new Intl.ListFormat(context.locale).format(items);
  }
  if (typeof value === 'object') return wordObject(value as Record<string, unknown>, context);
  return wordPlain(field, value as string | number | boolean, context);
}

function wordObject(value: Record<string, unknown>, context: TimelineContext): string | null {
  if (typeof value.amountMinor === 'number' && typeof value.currency === 'string') {
    return formatMoney(value as unknown as Money, context.locale);
  }
  const name = value.name ?? value.title;
  if (typeof name !== 'string') return null;
  const reach = [value.email, value.phone].filter((part) => typeof part === 'string' && part !== '');
  return reach.length === 0 ? name : t('value.person', { name, contact: reach.join(', ') });
}

function wordPlain(field: string, value: string | number | boolean, context: TimelineContext): string {
  if (typeof value === 'boolean') return value ? shared('yes') : shared('no');
  if (typeof value === 'number') return formatNumber(value, context.locale);
  if (closedListFields.test(field)) return closedLists[value] ?? value;
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) {
    return formatDay(value, context.locale);
  }
  if (field === 'activityAt') return formatInstant(value, context.locale, context.timeZone);
  return context.nameOf(value) ?? value;
}
